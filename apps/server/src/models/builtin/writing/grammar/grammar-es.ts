import { type Grammar, opening, words } from './grammar.ts'

const piece = '(?:post|publicación|texto|pie de foto|historia|artículo|anuncio|mensaje|algo)'
const people = '(?:a todos|a todo el mundo|a la gente|a nuestros \\p{L}+|a los clientes)'

export const spanishGrammar: Grammar = {
  everyday: words(
    'el|los|las|y|nuestro|nuestra|nuestros|nuestras|con|del|es|son|una|para|sobre|cómo|por qué|qué|en|al|escribe|escriba|nuevo|nueva|desde|abrimos|somos|estamos|tenemos',
  ),
  asks: [
    opening('por favor', 'hola'),
    opening('(?:puedes|podrías|puede|podría)'),
    opening(
      `(?:(?:escribe|escriba|escribir|redacta|redacte|crea|cree|haz|prepara)(?:me|nos)? )?(?:una?|el|la)? ?(?:(?!sobre)[\\p{L}-]+ ){0,2}?${piece} (?:[\\p{L}-]+ )?(?:sobre|para|acerca de|que anuncie|que presente|para anunciar|para presentar)`,
    ),
    opening(
      '(?:escribe|escriba|habla|hable|cuenta|cuéntanos|cuente)(?: algo)? (?:sobre|de|acerca de)(?=\\s)',
    ),
    /^(?:habla|hable|escribe|cuenta)\s+(?=del\s)/iu,
    opening(`(?:di|dile|diga|recuerda|recuérdale|avisa|anuncia|cuenta) ${people}`),
    opening(
      'anuncia|anuncie|anunciar',
      'presenta|presente|presentar',
      'explica|explique|explicar',
      'describe|describa|describir',
      'muestra|muestre|mostrar|enseña',
      'promociona|promocione|promocionar',
      'responde(?: a)?|responda(?: a)?|contesta(?: a)?',
      'celebra|celebre',
      'menciona|mencione',
      'di|diga',
    ),
    opening('sobre', 'acerca de'),
  ],
  turned: [
    [/^agradece (?=a )/i, 'Damos las gracias '],
    [/^desea (?=a )/i, 'Deseamos '],
    [/^invita a (?:todos|todo el mundo|la gente) (?=a )/i, 'Te invitamos '],
  ],
  that: /^que\s+/i,
  manner:
    /^(?:(?:mantén|usa|use|utiliza|añade|evita|menciona|incluye|escribe|hazlo)|sin (?:emojis?|hashtags?)|con (?:emojis?|hashtags?)|el tono|tono)(?!\p{L})/iu,
  length:
    /,?\s+en (?:una|dos|tres|cuatro|cinco|pocas|unas|\d+) (?:frases?|palabras|líneas?|párrafos?)(?: cortas| sencillas)?$/i,
  frame:
    /^(?:(?:una?|dos|tres|cinco|algunas?|algunos|\d+)\s+)?(?:cosas?|historias?|consejos?|datos?|preguntas?|razones|errores|mitos?)(?: que conviene saber)? (?:sobre|detrás de|acerca de)\s+/iu,
  question:
    /^(?:¿|(?:qué|cuál|cuáles|cómo|cuándo|dónde|quién|por qué) (?:es|son|hace|haces|prefieres|te|os|quieres|tienes|harías)(?!\p{L}))/iu,
  clause: /^(?:cómo|por qué|qué|lo que|dónde|cuándo|quién|como)(?!\p{L})/iu,
  sentenceStart: opening(
    'nosotros|yo|tú|él|ella|hay|esto es|este es|esta es|aquí|hoy|mañana|ahora|pronto|por fin|desde|a partir|hasta|en|a|al|para|si|porque|no|nunca|siempre|nadie|todos|ya|te|os|nos|se|me|con',
    '\\p{L}{2,}(?:amos|emos|imos)',
    'somos|hemos|son|es|está|están|fue',
    'abierto|abiertos|cerrado|cerrados|agotado|de vuelta|vuelve|llega|llegan',
    '\\d+',
  ),
  address: opening(
    'ven|venid|prueba|descubre|únete|reserva|visita|aprovecha|aprende|pide|inscríbete|comparte|vota|bienvenidos?|bienvenidas?|gracias|feliz|felices|buenos|buenas|felicidades',
  ),
  finite: words(
    'es|son|está|están|era|fue|será|serán|ha|han|hemos|tiene|tienen|tenemos|estamos|somos|abre|abren|abrimos|cierra|cierran|empieza|empiezan|llega|llegan|vuelve|vuelven|cumple|cumplimos|celebra|ofrece|ofrecemos|buscamos|puede|pueden|puedes|debe|deben|hay|va|van|viene|vienen|cambia|nos mudamos',
  ),
  relative: /\s(?:que|donde|cuyo|cuya|quien)(?!\p{L})/iu,
  determiner:
    /^(?:nuestr[oa]s?|mis?|tus?|vuestr[oa]s?|sus?|el|la|los|las|una?|unos|unas|est[ae]s?|estos|cada|tod[oa]s|dos|tres|algun[oa]s|nuev[oa]s?)(?=\s)/iu,
  fresh: words('nuev[oa]s?', 'primer[oa]?', 'apertura', 'lanzamiento'),
  voice: [
    [/(?<!\p{L})(?:tu|vuestro|su)(?!\p{L})/giu, 'nuestro'],
    [/(?<!\p{L})vuestra(?!\p{L})/giu, 'nuestra'],
    [/(?<!\p{L})lo que (?:haces|hacéis|hace)(?!\p{L})/giu, 'lo que hacemos'],
  ],
  plain: [
    [/^del (?=\p{L})/iu, 'el '],
    [/^de (?=la |los |las |nuestr|un)/iu, ''],
    [/^al (?=\p{L})/iu, 'el '],
    [/^a (?=la |los |las |nuestr)/iu, ''],
  ],
}
