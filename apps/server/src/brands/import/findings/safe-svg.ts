import { type ChildNode, type Element, hasChildren, isTag, isText } from 'domhandler'
import { DomUtils } from 'htmlparser2'
import { parseXml, scriptText } from '../site/html-document.ts'

const maxLength = 400_000

const dropped: ReadonlySet<string> = new Set([
  'script',
  'foreignobject',
  'iframe',
  'audio',
  'video',
  'animate',
  'animatemotion',
  'animatetransform',
  'set',
  'handler',
  'listener',
])

/** An SVG without scripts, foreign content, entities and references to anything outside of it. */
export function safeSvg(source: string): Buffer | undefined {
  if (source.length > maxLength) return undefined
  const root = DomUtils.findOne(({ name }) => localName(name) === 'svg', parseXml(source).children)
  if (root === null) return undefined
  clean(root)
  root.attribs['xmlns'] = 'http://www.w3.org/2000/svg'
  root.attribs['xmlns:xlink'] = 'http://www.w3.org/1999/xlink'
  return Buffer.from(DomUtils.getOuterHTML(root, { xmlMode: true }))
}

function clean(element: Element): void {
  for (const [name, value] of Object.entries(element.attribs)) {
    if (!isHarmless(name.toLowerCase(), value)) delete element.attribs[name]
  }
  if (localName(element.name) === 'style' && reachesOut(scriptText(element))) element.children = []
  element.children = element.children.filter(isKept)
  for (const child of element.children) if (isTag(child)) clean(child)
}

function isKept(node: ChildNode): boolean {
  if (isText(node)) return true
  // Comments and processing instructions, as a style sheet's address, are not drawn.
  if (!isTag(node)) return hasChildren(node)
  return !dropped.has(localName(node.name))
}

function isHarmless(name: string, value: string): boolean {
  if (name.startsWith('on')) return false
  if (localName(name) === 'href') return /^\s*(#|data:image\/(png|jpe?g|webp);)/i.test(value)
  return !reachesOut(value)
}

/** Whether a style refers to anything but a part of the drawing. */
function reachesOut(style: string): boolean {
  return /@import/i.test(style) || /url\(\s*(?!['"]?#)/i.test(style)
}

function localName(name: string): string {
  return name.toLowerCase().replace(/^.*:/, '')
}
