import { type Grammar, opening, words } from './grammar.ts'

const piece = '(?:post|publication|légende|texte|histoire|article|annonce|message|mot)'
const people = '(?:à tous|à tout le monde|aux gens|à nos \\p{L}+|à vos \\p{L}+|aux clients)'

export const frenchGrammar: Grammar = {
  everyday: words(
    'le|les|et|notre|nos|nous|vous|votre|avec|des|du|est|sont|une|pour|sur|dans|chez|comment|pourquoi|qui|ce|cette|au|aux|écris|écrivez|nouveau|nouvelle|dès',
  ),
  asks: [
    opening("s[’']il (?:vous|te) plaît", 'bonjour', 'merci de'),
    opening('(?:pouvez-vous|peux-tu|pourriez-vous|pourrais-tu)'),
    opening(
      `(?:(?:écris|écrivez|écrire|rédige|rédigez|rédiger|crée|créez|créer|fais|faites|faire)(?:-moi|-nous)? )?(?:une?|le|la|quelque)? ?(?:(?!sur)[\\p{L}-]+ ){0,2}?(?:${piece}|chose) (?:[\\p{L}-]+ )?(?:sur|pour|à propos de|qui annonce|qui présente|pour annoncer|pour présenter)`,
    ),
    opening('(?:écris|écrivez|écrire) (?:sur|à propos de)'),
    /^(?:parle|parlez|parler)(?:-nous)?\s+(?=d|de)/iu,
    opening(`(?:dis|dites|rappelle|rappelez|annonce|annoncez) ${people}`),
    opening(
      'annoncez?|annoncer',
      'présentez?|présente|présenter',
      'expliquez?|explique|expliquer',
      'décrivez|décris|décrire',
      'montrez?|montre|montrer',
      'promouvoir|promouvez',
      'répondez à|réponds à|répondre à',
      'célébrez|célèbre|célébrer',
      'mentionnez?|mentionne',
      'dites|dis',
    ),
    opening('sur', 'à propos de'),
  ],
  turned: [
    [/^remerciez? (?=\p{L})/iu, 'Nous remercions '],
    [/^souhaite[zr]? (?=\p{L})/iu, 'Nous souhaitons '],
    [
      /^invite[zr]? (?:tout le monde|les gens|vos \p{L}+|nos \p{L}+) (?=à )/iu,
      'Nous vous invitons ',
    ],
  ],
  that: /^qu(?:e\s+|['’])/i,
  manner:
    /^(?:(?:restez?|reste|soyez|sois|gardez?|utilisez?|utilise|ajoutez?|ajoute|évitez?|évite|mentionnez?|mentionne|incluez|inclus|écrivez|écris)|sans (?:emojis?|hashtags?)|avec (?:des )?(?:emojis?|hashtags?)|pas d['’](?:emojis?|hashtags?)|le ton|ton )(?!\p{L})/iu,
  length:
    /,?\s+en (?:une|deux|trois|quatre|cinq|quelques|\d+) (?:courtes? |simples? )?(?:phrases?|mots|lignes?|paragraphes?)$/i,
  frame:
    /^(?:(?:une?|deux|trois|cinq|quelques|\d+)\s+)?(?:choses?|histoires?|conseils?|faits?|questions?|raisons?|erreurs?|idées? reçues?)(?: à savoir)? (?:sur|derrière|à propos de)\s+/iu,
  question:
    /^(?:(?:est-ce|qu['’]est-ce|avez-vous|êtes-vous|aimez-vous|connaissez-vous|savez-vous|voulez-vous|as-tu|es-tu|aimes-tu|connais-tu|sais-tu)|(?:quel|quelle|quels|quelles|pourquoi|comment|où|quand|qui)(?: [\p{L}’'-]+)? (?:est|sont|faites-vous|est-ce|aimez-vous|préférez-vous))(?![\p{L}])/iu,
  clause: /^(?:comment|pourquoi|ce que|ce qui|où|quand|qui|quoi)(?!\p{L})/iu,
  sentenceStart: opening(
    "nous|on|je|vous|tu|il|elle|ils|elles|c[’']est|ce sont|il y a|voici|voilà|ici|aujourd[’']hui|demain|maintenant|bientôt|enfin|depuis|dès|à partir|jusqu[’']|en|à|au|chez|pour|si|parce|pas|plus|jamais|toujours|personne|tout le monde|ça|cela|j[’']\\p{L}+",
    'ouvert|ouverts|fermé|fermés|complet|de retour|nouveau :',
    '\\d+',
  ),
  address: opening(
    'venez|viens|essayez|essaie|découvrez|découvre|rejoignez|rejoins|réservez|réserve|goûtez|goûte|visitez|profitez|apprenez|commandez|inscrivez|partagez|votez|bienvenue|merci|bon|bonne|bonnes|joyeux|joyeuses|félicitations',
  ),
  finite: words(
    "est|sont|était|étaient|sera|seront|a|ont|aura|auront|avons|sommes|ouvre|ouvrent|ouvrons|ferme|ferment|commence|commencent|arrive|arrivent|revient|fête|fêtons|fêtent|propose|proposons|proposent|lance|lançons|cherche|cherchons|peut|peuvent|pouvez|doit|doivent|faut|va|vont|vient|viennent|change|déménage|déménageons|devient|reste|n[’']\\p{L}+",
  ),
  relative: /\s(?:qui|que|dont|où|qu['’]\p{L}+)(?!\p{L})/iu,
  determiner:
    /^(?:(?:notre|nos|mon|ma|mes|votre|vos|le|la|les|une?|des|cette|cet|ce|ces|chaque|tous|toutes|deux|trois|quelques|du|de la|nouveaux?|nouvelles?)(?=\s)|(?:l|d)['’](?=\p{L}))/iu,
  fresh: words('nouve(?:au|lle|aux|lles|l)', 'premi(?:er|ère)', 'ouverture', 'lancement'),
  voice: [
    [/(?<!\p{L})votre(?!\p{L})/giu, 'notre'],
    [/(?<!\p{L})vos(?!\p{L})/giu, 'nos'],
    [/(?<!\p{L})vous faites(?!\p{L})/giu, 'nous faisons'],
    [/(?<!\p{L})vous êtes(?!\p{L})/giu, 'nous sommes'],
    [/(?<!\p{L})vous entendez(?!\p{L})/giu, 'nous entendons'],
  ],
  plain: [
    [/^du (?=\p{L})/iu, 'le '],
    [/^des (?=\p{L})/iu, 'les '],
    [/^de (?=la |notre |nos |l['’]|une? |cet|ces? )/iu, ''],
    [/^d['’](?=une? )/iu, ''],
  ],
}
