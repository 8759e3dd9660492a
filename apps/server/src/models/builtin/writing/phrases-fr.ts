import type { Phrases } from './phrases.ts'

export const french: Phrases = {
  capitalNouns: false,
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
      ['à vous', 'À vous : {topic}.'],
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
      ['imaginez', '{Topic} : imaginez-le exactement comme vous l’aimeriez.'],
      ['une raison de commencer', 'Un bon jour pour commencer : {topic}.'],
      ['une minute de calme', '{Topic} : prenez une minute de calme.'],
      ['un rappel', '{Topic} : un petit rappel pour celles et ceux qui y pensent.'],
    ],
    announce: [
      ['des nouvelles', 'Des nouvelles de {brand} : {topic}.'],
      ['c’est là', 'C’est là : {topic}.'],
      ['à noter', 'À noter : {topic}.'],
      ['ce qui change', '{Topic} : ce qui change, et ce qui reste.'],
      ['un premier regard', '{Topic} : un premier regard.'],
    ],
    entertain: [
      ['attente et réalité', '{Topic} : l’attente et la réalité.'],
      ['si cela pouvait parler', '{Topic} : si cela pouvait parler, il faudrait s’asseoir.'],
      [
        'vous connaissez quelqu’un',
        '{Topic} : nous connaissons tous quelqu’un qui prend cela très au sérieux.',
      ],
      ['deux sortes de gens', '{Topic} : il y a deux sortes de gens.'],
      ['bingo', 'Bingo « {topic} » : quelles cases sont les vôtres ?'],
    ],
  },
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
  bodies: {
    sell: [
      'Regardez, comparez, décidez à votre rythme. Si cela vous convient, le premier pas est tout petit.',
      'Pas de long discours. Voyez si cela répond à votre besoin, et demandez-nous le reste.',
    ],
    educate: [
      'Trois questions aident :\n\n1. Qu’est-ce qui doit changer ?\n2. Qu’est-ce qui existe déjà ?\n3. Quel est le plus petit pas suivant ?\n\nÉcrivez les réponses. La suite devient plus facile.',
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
      'Nous sommes heureux de la partager avec vous, et curieux de vos réactions.',
    ],
    entertain: [
      'Pas de noms. Mais vous venez de penser à quelqu’un, non ?',
      'Nous commençons : coupables. Et nous recommencerions.',
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
    entertain: ['Identifiez la personne à qui vous avez pensé.', 'Et vous, lequel êtes-vous ?'],
  },
  about: '{brand} : {description}',
  audience: 'Pensé pour : {audience}.',
  nothingSaid: 'une journée chez {brand}',
  nothingKnown: 'notre quotidien',
}
