import { frenchGrammar } from './grammar/grammar-fr.ts'
import type { Phrases } from './phrases.ts'

export const french: Phrases = {
  language: 'fr',
  grammar: frenchGrammar,
  hooks: {
    sell: [
      ['par où commencer', '{Topic} : voici par où commencer.'],
      ['avant, après', '{Topic} : qu’est-ce qui changerait pour vous ?'],
      ['la version courte', '{Topic}, en une minute.'],
      ['pour qui', '{Topic} : pour qui c’est fait, et pour qui non.'],
      ['à quoi s’attendre', '{Topic} : à quoi s’attendre, sans petites lignes.'],
    ],
    educate: [
      ['ce qui nous échappe', '{Topic} : un détail qui échappe souvent.'],
      ['pas à pas', '{Topic}, pas à pas.'],
      ['idée reçue', '{Topic} : ce qu’on en dit, et ce qu’il vaut la peine de vérifier.'],
      ['trois questions', '{Topic} : trois questions à se poser.'],
      ['en mots simples', '{Topic}, en mots simples.'],
    ],
    prove: [
      ['de notre côté', '{Topic} : voici à quoi cela ressemble de notre côté.'],
      ['notre façon de faire', '{Topic} : comment nous faisons, et pourquoi.'],
      ['ce que nous regardons', '{Topic} : ce que nous regardons en premier.'],
      ['vos questions', '{Topic} : posez-nous toutes vos questions.'],
      ['sans raccourci', '{Topic} : la partie lente, et pourquoi nous y tenons.'],
    ],
    connect: [
      ['une question', '{Topic} : qu’est-ce que cela représente pour vous ?'],
      ['notre moment préféré', '{Topic} : la partie dont nous ne nous lassons pas.'],
      ['pourquoi c’est important', '{Topic} : pourquoi cela compte pour nous.'],
      ['votre histoire', '{Topic} : chacun a son histoire. Quelle est la vôtre ?'],
      ['à vous', '{Topic} : à vous.'],
    ],
    provoke: [
      ['plus simple qu’on ne croit', '{Topic} : et si c’était plus simple qu’on ne le dit ?'],
      ['un avis qui dérange', '{Topic} : un avis qui dérange.'],
      ['moins d’histoires', '{Topic} : et si on arrêtait de compliquer ?'],
      ['et si', 'Et si, pour une fois, on commençait par ceci : {topic} ?'],
      [
        'la vraie difficulté',
        '{Topic} : la vraie difficulté n’est peut-être pas celle qu’on croit.',
      ],
    ],
    inspire: [
      ['commencer petit', '{Topic} : commencer petit, commencer maintenant.'],
      ['imaginez', '{Topic} : exactement comme vous l’imaginez.'],
      ['une raison de commencer', 'Un bon jour pour commencer : {topic}.'],
      ['une minute de calme', '{Topic} : prenez une minute de calme.'],
      ['un rappel', '{Topic} : un petit rappel pour celles et ceux qui y pensent.'],
    ],
    announce: [
      ['des nouvelles', 'Des nouvelles de chez {brand} : {topic}.'],
      ['c’est là', 'C’est là : {topic}.'],
      ['à noter', 'À noter : {topic}.'],
      ['ce qui change', '{Topic} : ce qui change, et ce qui reste.'],
      ['un premier regard', '{Topic} : un premier regard.'],
    ],
    entertain: [
      ['attente et réalité', '{Topic} : l’attente et la réalité.'],
      ['nous ferons court', '{Topic} : nous pourrions en parler des heures. Nous ferons court.'],
      [
        'vous connaissez quelqu’un',
        '{Topic} : nous connaissons tous quelqu’un qui prend cela très au sérieux.',
      ],
      ['deux sortes de gens', '{Topic} : il y a deux sortes de gens.'],
      ['en trois émojis', '{Topic}, mais en trois émojis seulement.'],
    ],
  },
  saying: {
    sell: [
      ['la version courte', 'En bref : {said}'],
      ['est-ce pour vous', '{statement} Est-ce que cela vous tente ?'],
      ['à vous de voir', '{statement} À vous de voir.'],
    ],
    educate: [
      ['bon à savoir', 'Bon à savoir : {said}'],
      ['à noter', 'À noter : {said}'],
      ['vos questions', '{statement} Qu’aimeriez-vous savoir ?'],
    ],
    prove: [
      ['dit par nous', 'Dit par nous, tout simplement : {said}'],
      ['demandez-nous', '{statement} Posez-nous vos questions.'],
      ['aussi simple', '{statement} C’est aussi simple que cela.'],
    ],
    connect: [
      ['ce que cela change', '{statement} Qu’est-ce que cela change pour vous ?'],
      ['votre première pensée', '{statement} Quelle est votre première pensée ?'],
      ['à qui le dire', '{statement} À qui le direz-vous en premier ?'],
    ],
    provoke: [
      ['pour ou contre', '{statement} Pour ou contre ?'],
      ['ce que vous en pensez', '{statement} Dites-nous ce que vous en pensez vraiment.'],
      ['il était temps', '{statement} Il était temps, ou c’est trop tôt ?'],
    ],
    inspire: [
      ['imaginez', 'Imaginez : {said}'],
      ['une pensée du jour', 'Une pensée pour aujourd’hui : {said}'],
      ['ce que vous en ferez', '{statement} Qu’allez-vous en faire ?'],
    ],
    announce: [
      ['des nouvelles', 'Des nouvelles de chez {brand} : {said}'],
      ['pour que vous le sachiez', 'Pour que vous le sachiez : {said}'],
      ['faites passer', '{statement} Faites passer.'],
    ],
    entertain: [
      ['quelqu’un doit le savoir', '{statement} Vous savez à qui il faut le dire.'],
      ['vous avez bien lu', '{statement} Oui, vous avez bien lu.'],
      ['roulement de tambour', 'Roulement de tambour : {said}'],
    ],
  },
  addressing: [
    ['tout simplement', '{statement}'],
    ['de notre part', 'De notre part à tous : {said}'],
    ['un mot de nous', 'Un mot de chez {brand} : {said}'],
    ['l’essentiel d’abord', 'L’essentiel d’abord : {said}'],
  ],
  asking: [
    ['la question', '{statement}'],
    ['une question simple', 'Une question toute simple : {said}'],
    ['vous d’abord', '{statement} Vous d’abord, nous ensuite.'],
    ['à voix haute', 'Posons-la à voix haute : {said}'],
    ['à vous', '{statement} À vous.'],
    ['pour les commentaires', 'À débattre en commentaire : {said}'],
  ],
  addressed: [
    ['en pensant à vous', '{Audience}, ceci est pour vous : {topic}.'],
    ['en pensant à vous', '{Audience}, ceci est pour vous : {said}'],
  ],
  angles: {
    sell: [
      'Dire simplement ce que c’est et à qui cela convient, puis faciliter le premier pas.',
      'Partir d’un souci de tous les jours et montrer où cela aide.',
      'Répondre à la question que l’on se pose avant de choisir.',
    ],
    educate: [
      'Expliquer une seule idée, assez bien pour s’en servir aujourd’hui.',
      'Avancer dans l’ordre, une phrase courte par étape.',
      'Regarder calmement une idée reçue.',
    ],
    prove: [
      'Montrer comment le travail se fait plutôt que le vanter.',
      'Dire à quoi vous tenez, et pourquoi.',
      'Ouvrir la porte : inviter les questions et y répondre en public.',
    ],
    connect: [
      'Partir d’un moment que chacun reconnaît et donner la parole.',
      'Raconter pourquoi cela compte pour les personnes derrière la marque.',
      'Poser une question honnête et écouter.',
    ],
    provoke: [
      'Contredire une habitude, pas les gens, et proposer autre chose.',
      'Renverser l’ordre habituel et voir ce qui se passe.',
      'Dire avec douceur ce qui dérange, puis l’expliquer.',
    ],
    inspire: [
      'Rendre le premier pas si petit qu’il devient facile.',
      'Décrire en mots simples comment cela pourrait être.',
      'Donner le droit d’aller lentement.',
    ],
    announce: [
      'Dire la nouveauté dès la première ligne et ce qu’elle change dans la deuxième.',
      'Montrer ce qui change et ce qui reste.',
      'Ouvrir les coulisses avant tout le monde.',
    ],
    entertain: [
      'Rire d’abord de soi et laisser chacun se reconnaître.',
      'Exagérer un peu, sans méchanceté.',
      'En faire un jeu de dix secondes.',
    ],
  },
  angleAudience: 'À écrire pour : {audience}.',
  bodies: {
    sell: [
      'Regardez, comparez, décidez à votre rythme. Si cela vous convient, le premier pas est tout petit.',
      'Pas de long discours. Voyez si cela répond à votre besoin, et demandez-nous le reste.',
    ],
    educate: [
      'Demandez-vous :\n\n1. Qu’est-ce qui doit changer ?\n2. Qu’est-ce qui existe déjà ?\n3. Quel est le plus petit pas suivant ?\n\nÉcrivez les réponses. La suite devient plus facile.',
      'Partez de ce que vous savez déjà. Changez une chose à la fois. Regardez le résultat avant de changer la suivante.',
    ],
    prove: [
      'Nous préférons montrer notre façon de travailler plutôt que d’en parler. Regardez par-dessus notre épaule, et posez vos questions.',
      'Tout tient dans le soin : regarder deux fois, dire ce que nous voyons, et bien faire aussi ce que personne ne remarque.',
    ],
    connect: [
      'Ce sont rarement les grandes choses. Souvent, c’est un petit moment qui reste.',
      'Nous lisons chaque réponse. Les bonnes idées commencent souvent quand quelqu’un dit comment c’est vraiment.',
    ],
    provoke: [
      'On fait souvent comme on a toujours fait. De temps en temps, il vaut la peine de demander à qui cela sert encore.',
      'Plus n’est pas toujours mieux. Enlevez une chose et voyez si elle manque à quelqu’un.',
    ],
    inspire: [
      'Cela n’a pas besoin d’être parfait, ni fini aujourd’hui. Il suffit de commencer quelque part.',
      'Prenez une minute. Qu’aimeriez-vous garder, et qu’aimeriez-vous changer ?',
    ],
    announce: [
      'Voilà la nouvelle en une ligne. Jetez un œil et dites-nous ce que vous en pensez.',
      'Nous sommes heureux de partager cela avec vous, et curieux de vos réactions.',
    ],
    entertain: [
      'Vous d’abord : nous ne dirons rien tout de suite.',
      'Il n’y a pas de mauvaise réponse. Il n’y a que de bonnes histoires.',
    ],
  },
  calls: {
    sell: ['Des questions ? Écrivez-nous.', 'Passez voir, et dites-nous ce qu’il vous faut.'],
    educate: ['À garder pour plus tard.', 'Qu’ajouteriez-vous ?'],
    prove: ['Posez-nous vos questions en commentaire.', 'Qu’aimeriez-vous voir ensuite ?'],
    connect: ['Racontez-nous en commentaire.', 'Et chez vous ?'],
    provoke: ['D’accord, ou pas du tout ?', 'Dites-nous où nous nous trompons.'],
    inspire: [
      'À partager avec quelqu’un qui en a besoin aujourd’hui.',
      'Quel est votre premier pas ?',
    ],
    announce: ['Faites passer à qui doit le savoir.', 'Des questions ? Nous sommes là.'],
    entertain: [
      'Identifiez quelqu’un que cela fera sourire.',
      'La meilleure réponse aura nos applaudissements.',
    ],
  },
  about: '{brand} : {description}',
  firstPerson: /^(?:nous|notre|nos|je|mon|ma|chez nous)(?!\p{L})/iu,
  introduction: 'Nous sommes {brand}.',
  self: /^(?:ce que nous faisons|qui nous sommes|nous|notre (?:marque|entreprise|boutique|équipe|histoire|travail|métier))$/i,
  audience: [
    'Pensé pour : {audience}.',
    'Pensé pour : {audience}, et pour toutes celles et ceux qui passent par ici.',
  ],
  themes: ['Ce dont nous aimons aussi parler : {themes}.', 'Ce qui nous occupe aussi : {themes}.'],
  nothingSaid: 'une journée chez {brand}',
  nothingKnown: 'notre quotidien',
}
