import type { IdeaDetails, Intent } from '@rheos/contract'
import type { Random } from '../../../random.ts'
import type { IdeasRequest } from '../../text-model.ts'
import { callLine } from './call-line.ts'
import { fill } from './fill.ts'
import { audienceOf, type FirstLine } from './first-lines.ts'
import { formulaLines } from './formula-lines.ts'
import type { Phrases } from './phrases.ts'
import { speaks } from './phrases-for.ts'
import { capital, sentencesOf } from './sentences.ts'
import { describing, type Subject } from './subject.ts'

/** What is behind an idea: its points, for whom it is, and what of the brand it rests on. */
export function ideaDetails(
  { brand, callToAction }: IdeasRequest,
  made: {
    readonly subject: Subject
    readonly intent: Intent
    readonly first: FirstLine
    readonly phrases: Phrases
    readonly random: Random
  },
): IdeaDetails {
  const { subject, intent, first, phrases, random } = made
  const lines = formulaLines(phrases.language)
  const [fact] = brand ? describing(brand, phrases) : []
  const body = random.pick(phrases.bodies[intent])
  const call = callLine(callToAction?.id, phrases) ?? random.pick(phrases.calls[intent])
  const theme = themeOf(brand?.themes ?? [], subject)
  const tone = brand?.tone?.slice(0, 3).filter((one) => speaks(phrases, one, brand.language)) ?? []
  const reasons = [
    theme === '' ? lines.reasonSaid : fill(lines.reasonTheme, { theme }),
    tone.length > 0 ? fill(lines.reasonTone, { tone: tone.join(', ') }) : '',
  ]
  return {
    outline: [first.line, ...(fact ? [fact] : []), ...points(body), call].filter(Boolean),
    audience: capital((brand && audienceOf(brand, phrases)) ?? lines.anybody),
    theme: theme || capital(subject.text),
    reason: reasons.filter((reason) => reason !== '').join(' '),
  }
}

function themeOf(themes: readonly string[], { text }: Subject): string {
  const said = text.toLocaleLowerCase()
  return themes.find((theme) => said.includes(theme.trim().toLocaleLowerCase())) ?? ''
}

/** Two or three thoughts of a text: its counted lines where it has some, else its sentences. */
function points(body: string): readonly string[] {
  const counted = [...body.matchAll(/^\d\. (.+)$/gm)].flatMap(([, point]) => point ?? [])
  return counted.length > 0 ? counted : sentencesOf(body).slice(0, 2)
}
