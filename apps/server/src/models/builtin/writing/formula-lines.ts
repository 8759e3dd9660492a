import type { Intent } from '@rheos/contract'
import type { Hook } from './phrases.ts'

/** What the formulas need in one language beyond the phrases. No line claims a fact. */
export interface FormulaLines {
  /** First lines for hooks that no intent has one for; `{topic}` as in the phrases. */
  readonly hooks: Readonly<Record<string, Hook>>
  /** Last lines for calls to action that no intent has one for. */
  readonly calls: Readonly<Record<string, string>>
  /** `{theme}` */
  readonly reasonTheme: string
  /** `{topic}` */
  readonly reasonSaid: string
  /** `{tone}` */
  readonly reasonTone: string
  readonly anybody: string
}

/** The hook of the formulas that each first line of the phrases follows, by its place. */
export const hookIds: Readonly<Record<Intent, readonly string[]>> = {
  sell: ['place-to-start', 'before-after', 'short-version', 'for-whom', 'what-to-expect'],
  educate: ['common-mistake', 'step-by-step', 'myth-reality', 'list-tease', 'plain-words'],
  prove: ['our-view', 'how-we-work', 'what-we-look-for', 'ask-us-anything', 'no-shortcuts'],
  connect: ['question', 'favourite-part', 'why-we-care', 'your-story', 'over-to-you'],
  provoke: ['simpler-way', 'contrarian', 'simpler-way', 'what-if', 'hard-part'],
  inspire: ['start-small', 'picture-this', 'reason-to-begin', 'quiet-minute', 'reminder'],
  announce: ['the-news', 'here-it-is', 'for-your-list', 'what-changes', 'first-look'],
  entertain: [
    'expectation-reality',
    'we-could-go-on',
    'you-know-someone',
    'two-kinds',
    'emoji-game',
  ],
}

/** The same for first lines around a sentence. */
export const sayingIds: Readonly<Record<Intent, readonly string[]>> = {
  sell: ['short-version', 'for-whom', 'what-to-expect'],
  educate: ['plain-words', 'checklist', 'question'],
  prove: ['our-view', 'ask-us-anything', 'no-shortcuts'],
  connect: ['question', 'over-to-you', 'you-know-someone'],
  provoke: ['question', 'contrarian', 'what-if'],
  inspire: ['picture-this', 'reminder', 'start-small'],
  announce: ['the-news', 'here-it-is', 'for-your-list'],
  entertain: ['you-know-someone', 'expectation-reality', 'first-look'],
}

/** The call to action of the formulas that each call of the phrases is, by its place. */
export const callIds: Readonly<Record<Intent, readonly string[]>> = {
  sell: ['ask-by-message', 'have-a-look'],
  educate: ['save', 'add-yours'],
  prove: ['ask-in-comments', 'see-more'],
  connect: ['tell-us', 'how-about-you'],
  provoke: ['agree-or-not', 'prove-us-wrong'],
  inspire: ['pass-it-on', 'first-step'],
  announce: ['spread-the-word', 'ask-by-message'],
  entertain: ['tag-someone', 'tell-us'],
}

const english: FormulaLines = {
  hooks: {
    'bold-claim': ['a bold claim', '{Topic}: it matters more than people think.'],
    framework: ['three moves', '{Topic}, in three moves: look, choose, begin.'],
    milestone: ['a milestone', '{Topic}: a good moment to stop and look back.'],
    'client-win': ['ask those who know', '{Topic}: best told by those who have tried it.'],
    'story-open': ['once upon a day', 'Every story begins somewhere. This one: {topic}.'],
    'number-stat': ['guess the number', '{Topic}: which number would you guess?'],
    'lesson-learned': ['a lesson', '{Topic}: what we would tell ourselves at the start.'],
    confession: ['an honest word', '{Topic}: time for an honest word.'],
    comparison: ['two ways', '{Topic}: two ways to look at it.'],
    'last-call': ['now or later', '{Topic}: now is a good time.'],
    'thank-you': ['a word of thanks', '{Topic}: a word of thanks.'],
    overheard: ['overheard', '{Topic}: what people say when they think nobody listens.'],
    checklist: ['a checklist', '{Topic}: a short list to tick off.'],
  },
  calls: {
    book: 'Choose a day that suits you and write to us.',
    'come-by': 'Come by and try it.',
    'try-first': 'Try it before you decide.',
    'try-today': 'Try the first step today.',
    'see-for-yourself': 'See for yourself.',
    'note-the-date': 'Note it in your calendar.',
    'pick-one': 'One or the other? One word is enough.',
    'no-call': '',
  },
  reasonTheme: 'It belongs to your theme “{theme}”.',
  reasonSaid: 'It says what you asked for and adds no facts of its own.',
  reasonTone: 'Its tone can stay {tone}.',
  anybody: 'Anybody who follows you',
}

const german: FormulaLines = {
  hooks: {
    'bold-claim': ['eine klare Ansage', '{Topic}: wichtiger, als viele denken.'],
    framework: ['drei Schritte', '{Topic} in drei Schritten: hinsehen, wählen, anfangen.'],
    milestone: ['ein Meilenstein', '{Topic}: ein guter Moment, um zurückzublicken.'],
    'client-win': [
      'fragt, wer es kennt',
      '{Topic}: am besten erzählen es die, die es probiert haben.',
    ],
    'story-open': ['mitten hinein', 'Jede Geschichte fängt irgendwo an. Diese hier: {topic}.'],
    'number-stat': ['ratet die Zahl', '{Topic}: Auf welche Zahl tippt ihr?'],
    'lesson-learned': [
      'was wir gelernt haben',
      '{Topic}: was wir uns am Anfang gern gesagt hätten.',
    ],
    confession: ['ein ehrliches Wort', '{Topic}: Zeit für ein ehrliches Wort.'],
    comparison: ['zwei Wege', '{Topic}: zwei Arten, es zu sehen.'],
    'last-call': ['jetzt oder später', '{Topic}: Jetzt ist ein guter Zeitpunkt.'],
    'thank-you': ['ein Dankeschön', '{Topic}: ein Dankeschön.'],
    overheard: ['aufgeschnappt', '{Topic}: was man so hört, wenn niemand zuhört.'],
    checklist: ['eine Liste', '{Topic}: eine kurze Liste zum Abhaken.'],
  },
  calls: {
    book: 'Sucht euch einen Tag aus und schreibt uns.',
    'come-by': 'Kommt vorbei und probiert es aus.',
    'try-first': 'Probiert es aus, bevor ihr euch entscheidet.',
    'try-today': 'Macht heute den ersten Schritt.',
    'see-for-yourself': 'Überzeugt euch selbst.',
    'note-the-date': 'Tragt es euch in den Kalender ein.',
    'pick-one': 'Das eine oder das andere? Ein Wort genügt.',
    'no-call': '',
  },
  reasonTheme: 'Es gehört zu eurem Thema „{theme}“.',
  reasonSaid: 'Es sagt, worum ihr gebeten habt, und erfindet nichts dazu.',
  reasonTone: 'Der Ton kann so bleiben: {tone}.',
  anybody: 'Alle, die euch folgen',
}

const french: FormulaLines = {
  hooks: {
    'bold-claim': ['une affirmation', '{Topic} : plus important qu’on ne le pense.'],
    framework: ['trois temps', '{Topic}, en trois temps : regarder, choisir, commencer.'],
    milestone: ['une étape', '{Topic} : le bon moment pour regarder le chemin parcouru.'],
    'client-win': ['demandez-leur', '{Topic} : ceux qui ont essayé en parlent le mieux.'],
    'story-open': [
      'au milieu de l’histoire',
      'Toute histoire commence quelque part. Celle-ci : {topic}.',
    ],
    'number-stat': ['devinez le chiffre', '{Topic} : quel chiffre diriez-vous ?'],
    'lesson-learned': ['une leçon', '{Topic} : ce que nous aurions aimé savoir au début.'],
    confession: ['un mot honnête', '{Topic} : un mot honnête.'],
    comparison: ['deux façons', '{Topic} : deux façons de voir.'],
    'last-call': ['maintenant ou plus tard', '{Topic} : c’est le bon moment.'],
    'thank-you': ['un merci', '{Topic} : un grand merci.'],
    overheard: ['entendu', '{Topic} : ce qu’on entend quand personne n’écoute.'],
    checklist: ['une liste', '{Topic} : une petite liste à cocher.'],
  },
  calls: {
    book: 'Choisissez un jour et écrivez-nous.',
    'come-by': 'Passez nous voir et essayez.',
    'try-first': 'Essayez avant de décider.',
    'try-today': 'Faites le premier pas aujourd’hui.',
    'see-for-yourself': 'Voyez par vous-même.',
    'note-the-date': 'Notez-le dans votre agenda.',
    'pick-one': 'L’un ou l’autre ? Un mot suffit.',
    'no-call': '',
  },
  reasonTheme: 'Cela fait partie de votre thème « {theme} ».',
  reasonSaid: 'Cela dit ce que vous avez demandé, sans rien inventer.',
  reasonTone: 'Le ton peut rester le vôtre : {tone}.',
  anybody: 'Toutes les personnes qui vous suivent',
}

const spanish: FormulaLines = {
  hooks: {
    'bold-claim': ['una afirmación', '{Topic}: importa más de lo que parece.'],
    framework: ['tres pasos', '{Topic}, en tres pasos: mirar, elegir, empezar.'],
    milestone: ['un hito', '{Topic}: un buen momento para mirar atrás.'],
    'client-win': [
      'pregunta a quien lo conoce',
      '{Topic}: lo cuenta mejor quien ya lo ha probado.',
    ],
    'story-open': ['en plena historia', 'Toda historia empieza en algún sitio. Esta: {topic}.'],
    'number-stat': ['adivina el número', '{Topic}: ¿qué número dirías?'],
    'lesson-learned': ['una lección', '{Topic}: lo que nos habría gustado saber al principio.'],
    confession: ['una palabra sincera', '{Topic}: una palabra sincera.'],
    comparison: ['dos maneras', '{Topic}: dos maneras de verlo.'],
    'last-call': ['ahora o después', '{Topic}: ahora es un buen momento.'],
    'thank-you': ['gracias', '{Topic}: unas palabras de agradecimiento.'],
    overheard: ['se oye por ahí', '{Topic}: lo que se oye cuando nadie escucha.'],
    checklist: ['una lista', '{Topic}: una lista corta para ir marcando.'],
  },
  calls: {
    book: 'Elige un día y escríbenos.',
    'come-by': 'Pásate y pruébalo.',
    'try-first': 'Pruébalo antes de decidir.',
    'try-today': 'Da hoy el primer paso.',
    'see-for-yourself': 'Compruébalo por ti mismo.',
    'note-the-date': 'Apúntalo en el calendario.',
    'pick-one': '¿Uno u otro? Basta una palabra.',
    'no-call': '',
  },
  reasonTheme: 'Pertenece a tu tema «{theme}».',
  reasonSaid: 'Dice lo que has pedido y no inventa nada.',
  reasonTone: 'El tono puede seguir siendo el tuyo: {tone}.',
  anybody: 'Quienes te siguen',
}

const byLanguage: Readonly<Record<string, FormulaLines>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
}

/** The lines in a language that there are phrases in. */
export function formulaLines(language: string): FormulaLines {
  return byLanguage[language] ?? english
}
