import { clip, oneLine } from '../site/html-document.ts'
import { isMenuWord } from '../site/page-kind.ts'
import { isUsable } from './placeholder-text.ts'

const separators =
  /\s+[|–—·•:»«‹›~/\-\u2212]+\s+|\s*[|｜•·»«¦]\s*|\s+–|:\s+|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])[_\-－—–：]+|_(?=[\p{sc=Han}])/u

/** The parts of a title: a name, a slogan, the name of the page, in any order. */
export function titleSegments(title: string): string[] {
  // A file name as title, as “Some-Shop-Theme”, has hyphens where others have spaces.
  const text =
    !/\s/.test(title) && (title.match(/-/g) ?? []).length >= 3 ? title.replaceAll('-', ' ') : title
  return oneLine(text)
    .split(separators)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
}

const greetings =
  /^(welcome to( the)?|willkommen (bei|im|in der|beim|auf)|herzlich willkommen (bei|im)|bienvenue (chez|à|au|sur)|bienvenid[oa]s? a|benvenut[oi] (da|su|in|a)|bem-vindo (à|ao|a)|welkom bij|välkommen till|velkommen til|добро пожаловать в|欢迎来到|ようこそ)\s*/i

const templateWords =
  /\s*[-–—|]?\s*\b(free|responsive|bootstrap\s?\d?|html5?|css3?|template|theme|website|webiste|web ?site|templates|themes|one ?page|landing page|starter|demo|psd|wordpress|joomla|multi ?purpose|download)\b[\s!,.-]*/gi

const endings =
  /\s*[-–—|:]?\s*\b(official (web)?site|official store|official|site officiel|offizielle (web)?seite|sitio oficial|sito ufficiale|homepage|home page|online[- ]?shop|online store|logo|home)\s*$/i

/** A name without greeting, “logo”, “official site” and quotation marks; empty when nothing is left. */
export function cleanName(raw: string): string {
  let name = oneLine(raw)
    .replace(/^(©|\(c\)|copyright)\s*/i, '')
    .replace(/^(شعار|לוגו|логотип)\s+|\s*(标志|徽标|ロゴ|로고)$/u, '')
    .replace(greetings, '')
    .replace(/[™®℠©]/g, '')
  name = withoutTemplateWords(name)
  name = name
    .replace(endings, '')
    .replace(/^(logo( of| de| von)?|the logo of|home( page)?)\s*[-:]?\s+/i, '')
  name = name.replace(/^["'“”„«»‘’\s\-–—|:,.]+|["'“”„«»‘’\s\-–—|:,]+$/g, '')
  return oneLine(name)
}

/** Sites made from a template often keep its title: “Corner Bakery Free HTML5 Template”. */
function withoutTemplateWords(name: string): string {
  const isTemplate = /\b(template|theme|bootstrap|html5)s?\b|\bfree\b.*\bwebs?i?tes?\b/i.test(name)
  if (!isTemplate) return name
  return oneLine(name.replace(templateWords, ' '))
}

const nobody =
  /^(untitled|document|index( of)?.*|my (site|website|store|blog|app)|react app|vite( \+ .*)?|create next app|next\.?js|nuxt( app)?|angular|app|svelte( app)?|gatsby( site)?|site|website|page|shop|store|blog|logo|brand|company|image|img|banner|header|welcome|default|test|title|loading\.*|new page|wordpress|shopify|wix|squarespace|webflow|admin|menu|toggle navigation|skip to .*|all rights reserved\.?|error|404.*|not found|just a moment.*|access denied|icon|null|undefined|resume|template|company name|your company|site ?name|domain default page|coming soon|under construction|home|web|free|website template|(show|toggle|open|close|main|mobile) (navigation|menu|nav)|menü.*|logo image|site logo|header logo|main logo)$/i

const maxLength = 60

/** Whether a cleaned text can be the name of someone. */
export function isNameLike(name: string): boolean {
  const length = [...name].length
  if (length < 2 || length > maxLength || !/\p{L}/u.test(name)) return false
  if (nobody.test(name) || isMenuWord(name) || !isUsable(name)) return false
  if (/[{}<>]|https?:|\S+@\S+|\.(png|jpe?g|svg|webp|gif)$/i.test(name)) return false
  return name.split(' ').length <= 8
}

const legalForms =
  /[\s,.]+(inc|llc|ltd|limited|plc|corp|corporation|co|company|gmbh( & co\.? kg)?|ag|kg|ohg|ug|e\.?\s?k|e\.?\s?v|se|sa|sas|sarl|sàrl|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|ab|as|a\/s|aps|oy|oyj|sp\. z o\.?o|s\.?r\.?o|a\.?s|kft|pty( ltd)?|pte( ltd)?|lda|ltda|ооо|оао|зао)\.?$/i

/** One key for the spellings of one name: without capitals, marks, legal form and a leading article. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(legalForms, '')
    .replace(/^the\s+/, '')
    .replace(/(有限公司|股份有限公司|株式会社|合同会社|주식회사)/g, '')
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
}

/** “Acme Ltd” is called Acme. */
export function everydayName(name: string): string {
  // “Candle Co.” is part of what people say; “Ltd” is not.
  const isSpoken = /[\s,]co(mpany)?\.?$/i.test(name)
  const short = isSpoken ? name : name.replace(legalForms, '').trim()
  return clip(short.length >= 2 ? short : name, maxLength)
}

/** What a host says of its owner: `shop.acme-tools.co.uk` → `acme-tools`. Nothing for numbers and machines. */
export function hostLabel(hostname: string): string {
  if (/^[\d.]+$|^\[|^localhost$/.test(hostname)) return ''
  const labels = hostname.toLowerCase().split('.')
  const isShortSecondLevel =
    labels.length >= 3 && /^(co|com|org|net|ac|gov|or|ne)$/.test(labels.at(-2) ?? '')
  return labels.at(isShortSecondLevel ? -3 : -2) ?? ''
}
