import type { DesignText } from '@rheos/contract'

/** Text as it can be set: no signs that steer a terminal, one space for many, lines only where they count. */
export function cleanDesignText(text: DesignText): DesignText {
  return {
    label: oneLine(text.label),
    title: lines(text.title),
    body: lines(text.body),
    second: lines(text.second),
    note: oneLine(text.note),
  }
}

function lines(text: string): string {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r]/g, ' ')
    .replaceAll(/[\p{Cc}\p{Co}\ufffd\ufeff]/gu, '')
    .replaceAll(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
}
