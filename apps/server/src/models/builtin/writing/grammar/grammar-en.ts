import { type Grammar, opening, words } from './grammar.ts'

const piece =
  '(?:post|caption|text|story|tweet|thread|article|copy|announcement|update|piece|something|reel|carousel|message|note|line)s?'
const people =
  '(?:people|them|everyone|everybody|customers|followers|readers|the world|(?:our|your|my) \\p{L}+)'
const about =
  '(?:about|on|for|around|announcing|introducing|promoting|explaining|celebrating|(?:that|which) (?:announces|explains|introduces|promotes|says|celebrates)|saying|to (?:announce|introduce|promote|celebrate|explain))'
const after =
  '(?=\\s+(?:an?|the|in|on|at|to|our|its|for|from|with|by|\\d+|one|two|three|ten|next|this|today|tomorrow|now|soon|again|every|us|you|up|out|back|early|late)(?!\\p{L})|$)'

export const englishGrammar: Grammar = {
  everyday: words(
    'the|and|our|we|you|your|with|of|are|is|what|how|why|who|this|from|about|my|new|write|for',
  ),
  asks: [
    opening('please', 'pls', 'kindly', 'hi', 'hello'),
    opening('(?:can|could|would) you(?: please)?(?= \\p{L})'),
    opening(
      "(?:i|we)(?: want| need|['’]d like| would like)(?: you)? to (?=write|post|announce|promote|talk about|tell people)",
    ),
    opening(
      `(?:(?:i|we)(?: want| need|['’]d like| would like) )?(?:(?:write|draft|create|make|compose|prepare|produce|generate|do)(?: (?:me|us))? )?(?:(?:an?|the|some|one) )?(?:(?!about|on|for)[\\p{L}-]+,? ){0,3}?${piece}(?: for (?:instagram|linkedin|facebook|x|tiktok|pinterest|bluesky|mastodon|threads|youtube))? ${about}`,
    ),
    opening(`(?:write|draft|post|talk|speak|tell ${people}) about`),
    opening(`(?:tell|remind|inform) ${people}`, `let ${people} know(?: about)?`),
    opening(
      'announce',
      'announcing',
      'introduce',
      'introducing',
      'promote',
      'promoting',
      'present',
      'presenting',
      'highlight',
      'feature',
      'showcase',
      'advertise',
      'describe',
      'explain',
      'explaining',
      'show(?: off)?',
      'answer',
      'share(?! .*with us)',
      'celebrate(?! with us)',
      'mention',
      'say(?! hello| hi| goodbye| yes| no)',
    ),
    opening('about'),
  ],
  turned: [
    [
      /^ask (?:people|everyone|customers|readers|followers) (.*)(?<!\p{L})their(?!\p{L})(.*)$/iu,
      'Tell us $1your$2',
    ],
    [
      /^answer the questions? you (?:hear|get)(?: the)? most\b.*$/i,
      'Ask us what you have always wanted to know.',
    ],
    [
      /^show a result (?:somebody|someone|a customer) got with your help$/i,
      'Tell us about something we have helped you with.',
    ],
    [/^(hiring|looking for|moving to|launching|celebrating(?! with)) /i, 'We are $1 '],
    [/^thank (?!you)/i, 'Thank you to '],
    [/^wish (?=\p{L})/iu, 'We wish '],
    [new RegExp(`^ask ${people}(?: about)? `, 'iu'), 'Tell us '],
    [/^invite (people|everyone|everybody|readers|customers) (?=to )/i, 'We invite you '],
  ],
  that: /^that\s+/i,
  manner:
    /^(?:(?:please )?(?:keep|make) (?:it|this|the|them)|mention|include|use|add|avoid|write|don['’]t (?:use|mention)|do not (?:use|mention)|no (?:emoji|hashtags)|with(?:out)? (?:emoji|hashtags)|end with|start with|the tone|tone)(?!\p{L})/iu,
  length:
    /,?\s+in (?:an?|one|two|three|four|five|a few|\d+) (?:short |simple |plain )?(?:sentences?|words?|lines?|paragraphs?)$/i,
  frame:
    /^(?:(?:an?|one|two|three|five|some|the|\d+)\s+)?(?:[\p{L}-]+\s+)?(?:things?|story|stories|tips?|facts?|myths?|lessons?|reasons?|questions?|mistakes?)(?: worth knowing| to know| you should know)? (?:about|behind|on)\s+|^what (?:most )?(?:people|everyone|everybody) (?:gets?|misunderstands?|misses)(?: wrong)? about\s+/iu,
  question:
    /^(?:(?:what|why|how|when|where|who|which)(?: [\p{L}]+)? (?:do|does|did|is|are|can|could|should|will|would|was|were|has|have)(?= (?:you|we|they|i|it|he|she|the|this|that|your|our|my|a|an)(?!\p{L}))|(?:do|does|did|are|is|have|has|can|could|would|should|will) (?:you|we|they|your|our|the|this|it|anyone|somebody))(?!\p{L})/iu,
  clause: /^(?:how|why|what|where|when|who|whether)(?!\p{L})/iu,
  sentenceStart: opening(
    '(?:we|i|you|they|he|she|it|there)',
    "(?:we|i|you|they|he|she|it|there|here|that|what|who|let|don|isn|can|won)['’]\\p{L}+",
    '(?:this|that|these|those|here) (?:is|are|was|will)',
    'open|opening|closed|now|back|coming|sold out|soon|today|tomorrow|tonight|finally|from|on|in|at|until|starting|after|for|if|because|since|as|only|just|not|no|never|always|everyone|everybody|nobody',
    '\\d+',
  ),
  address: opening(
    'tell us|ask us|join|come|try|visit|save|book|get|meet|discover|order|call|stop by|drop in|drop by|sign up|learn|see|enjoy|win|vote|follow|grab|taste|find|say|thank|wish|share|celebrate|give|take|bring|stay|welcome|happy|merry|good (?:morning|evening|luck)|congratulations|thanks',
  ),
  finite: new RegExp(
    `(?<!\\p{L})(?:(?:is|are|am|was|were|has|have|had|will|won['’]t|can(?! of)|can['’]t|cannot|could|should|would|must|does|do|did|don['’]t|doesn['’]t|isn['’]t|aren['’]t)(?!\\p{L})|(?:we|you|they|i|it|he|she)['’](?:re|ve|ll|d|m|s)(?!\\p{L})|(?:opens|closes|starts|begins|launches|ends|arrives|comes|returns|turns|moves|runs|offers|brings|gets|goes|makes|helps|needs|wants|gives|takes|works|wins|joins|hosts|sells|ships|bakes|roasts|serves|celebrates|changes|turned|won|opened|moved|joined|started|launched|became|got|made|finished|received|celebrated|go|open|close|start|arrive|come)${after})`,
    'iu',
  ),
  relative:
    /(?<=^(?:an?|the|some|one) .*)\s(?:somebody|someone|people|customers|we|you|they)(?!\p{L})|\s(?:that|which|who|where|whose|when|for (?:people|those|anyone) who)(?!\p{L})/iu,
  determiner:
    /^(?:an?|the|our|my|your|their|its|some|every|this|that|these|those|all|new|more|less|better|good|great|free|small|big|first|last|next|fresh|local|weekly|monthly|daily|one|two|three)(?=\s)/i,
  fresh: words('new', 'newest', 'first', 'launch', 'opening'),
  voice: [
    [/(?<!\p{L})yourself(?!\p{L})/giu, 'us'],
    [/(?<!\p{L})your(?!\p{L})/giu, 'our'],
    [/(?<!\p{L})yours(?!\p{L})/giu, 'ours'],
    [/(?<!\p{L})you are(?!\p{L})/giu, 'we are'],
    [/(?<=(?:what|how|why|who|that|question|questions|where) )you(?!\p{L})/giu, 'we'],
  ],
  plain: [],
}
