import type { DesignLayout } from '@rheos/contract'
import type { DesignLayoutRules } from './design-scene.ts'
import { announcement } from './layouts/announcement.ts'
import { beforeAfter } from './layouts/before-after.ts'
import { closing } from './layouts/closing.ts'
import { cover } from './layouts/cover.ts'
import { framed } from './layouts/framed.ts'
import { list } from './layouts/list.ts'
import { myth } from './layouts/myth.ts'
import { note } from './layouts/note.ts'
import { number } from './layouts/number.ts'
import { point } from './layouts/point.ts'
import { poster } from './layouts/poster.ts'
import { question } from './layouts/question.ts'
import { quote } from './layouts/quote.ts'
import { split } from './layouts/split.ts'
import { statement } from './layouts/statement.ts'
import { step } from './layouts/step.ts'
import { tip } from './layouts/tip.ts'

export const designLayoutRules: Readonly<Record<DesignLayout, DesignLayoutRules>> = {
  statement,
  quote,
  list,
  number,
  question,
  announcement,
  'before-after': beforeAfter,
  tip,
  note,
  framed,
  split,
  poster,
  cover,
  point,
  step,
  myth,
  closing,
}
