import { germanGrammar } from './grammar/grammar-de.ts'
import type { Phrases } from './phrases.ts'

export const german: Phrases = {
  language: 'de',
  grammar: germanGrammar,
  hooks: {
    sell: [
      ['ein guter Anfang', '{Topic}: Hier ist ein guter Anfang.'],
      ['was sich ändern würde', '{Topic}: Was wäre danach anders für euch?'],
      ['die kurze Fassung', '{Topic}, in einer Minute erklärt.'],
      ['für wen das passt', '{Topic}: für wen das passt und für wen nicht.'],
      ['was euch erwartet', '{Topic}: was euch erwartet, ganz ohne Kleingedrucktes.'],
    ],
    educate: [
      ['leicht zu übersehen', '{Topic}: eine Sache, die man leicht übersieht.'],
      ['Schritt für Schritt', '{Topic}, Schritt für Schritt.'],
      ['Gerücht und Wirklichkeit', '{Topic}: was man so hört und was sich zu prüfen lohnt.'],
      ['drei Fragen', '{Topic}: drei Fragen, die weiterhelfen.'],
      ['in einfachen Worten', '{Topic}, in einfachen Worten.'],
    ],
    prove: [
      ['unser Blick darauf', '{Topic}: So sieht das von unserer Seite aus.'],
      ['wie wir arbeiten', '{Topic}: wie wir vorgehen und warum.'],
      ['worauf wir achten', '{Topic}: worauf wir zuerst schauen.'],
      ['fragt uns', '{Topic}: Fragt uns alles, was ihr wissen wollt.'],
      ['keine Abkürzung', '{Topic}: der langsame Teil, und warum wir ihn behalten.'],
    ],
    connect: [
      ['eine Frage an euch', '{Topic}: Was fällt euch dazu ein?'],
      ['das Schönste daran', '{Topic}: der Teil, von dem wir nie genug bekommen.'],
      ['warum uns das wichtig ist', '{Topic}: warum uns das wichtig ist.'],
      ['eure Geschichte', '{Topic}: Welche Geschichte habt ihr dazu?'],
      ['ihr seid dran', '{Topic}: Jetzt seid ihr dran.'],
    ],
    provoke: [
      ['einfacher als gedacht', '{Topic}: vielleicht einfacher, als wir alle tun.'],
      ['eine unbequeme Meinung', '{Topic}: eine unbequeme Meinung.'],
      ['weniger Aufwand', '{Topic}: Geht das auch mit weniger Aufwand?'],
      ['ohne Floskeln', '{Topic}: Und wenn wir die Floskeln einmal weglassen?'],
      [
        'der schwierige Teil',
        '{Topic}: Der schwierige Teil ist vielleicht ein anderer, als man denkt.',
      ],
    ],
    inspire: [
      ['klein anfangen', '{Topic}: klein anfangen, jetzt anfangen.'],
      ['stellt euch vor', '{Topic}: Stellt euch das so vor, wie ihr es gern hättet.'],
      ['ein Grund anzufangen', 'Ein guter Tag, um anzufangen: {topic}.'],
      ['eine ruhige Minute', '{Topic}: Nehmt euch eine ruhige Minute dafür.'],
      ['eine Erinnerung', '{Topic}: eine kleine Erinnerung.'],
    ],
    announce: [
      ['Neuigkeiten', 'Neues von {brand}: {topic}.'],
      ['es ist so weit', 'Es ist so weit: {topic}.'],
      ['für eure Liste', 'Etwas für eure Liste: {topic}.'],
      ['gut zu wissen', 'Gut zu wissen: {topic}.'],
      ['ein erster Blick', '{Topic}: ein erster Blick.'],
    ],
    entertain: [
      ['Erwartung und Wirklichkeit', '{Topic}: Erwartung und Wirklichkeit.'],
      [
        'wir fassen uns kurz',
        '{Topic}: Darüber könnten wir stundenlang reden. Wir fassen uns kurz.',
      ],
      ['ihr kennt da jemanden', '{Topic}: Wir alle kennen jemanden, der das sehr ernst nimmt.'],
      ['zwei Sorten Menschen', '{Topic}: Es gibt zwei Sorten Menschen.'],
      ['in drei Emojis', '{Topic}, aber ihr dürft nur in drei Emojis antworten.'],
    ],
  },
  saying: {
    sell: [
      ['die kurze Fassung', 'Kurz gesagt: {said}'],
      ['ist das etwas für euch', '{statement} Ist das etwas für euch?'],
      ['seht selbst', '{statement} Seht selbst.'],
    ],
    educate: [
      ['gut zu wissen', 'Gut zu wissen: {said}'],
      ['zum Merken', 'Zum Merken: {said}'],
      ['eure Fragen', '{statement} Was möchtet ihr wissen?'],
    ],
    prove: [
      ['aus erster Hand', 'Aus erster Hand: {said}'],
      ['fragt uns', '{statement} Fragt uns gern.'],
      ['so einfach', '{statement} So einfach ist das.'],
    ],
    connect: [
      ['was das für euch heißt', '{statement} Was heißt das für euch?'],
      ['euer erster Gedanke', '{statement} Was ist euer erster Gedanke?'],
      ['wem ihr es erzählt', '{statement} Wem erzählt ihr es zuerst?'],
    ],
    provoke: [
      ['dafür oder dagegen', '{statement} Dafür oder dagegen?'],
      ['was ihr wirklich denkt', '{statement} Sagt uns, was ihr wirklich denkt.'],
      ['höchste Zeit', '{statement} Höchste Zeit oder zu früh?'],
    ],
    inspire: [
      ['stellt euch vor', 'Stellt euch vor: {said}'],
      ['ein Gedanke für heute', 'Ein Gedanke für heute: {said}'],
      ['was ihr daraus macht', '{statement} Was macht ihr daraus?'],
    ],
    announce: [
      ['Neuigkeiten', 'Neues von {brand}: {said}'],
      ['damit ihr es wisst', 'Damit ihr es wisst: {said}'],
      ['weitersagen', '{statement} Sagt es gern weiter.'],
    ],
    entertain: [
      ['jemand sollte das hören', '{statement} Ihr wisst, wer das hören muss.'],
      ['richtig gelesen', '{statement} Ja, ihr habt richtig gelesen.'],
      ['Trommelwirbel', 'Trommelwirbel, bitte: {said}'],
    ],
  },
  addressing: [
    ['ganz schlicht', '{statement}'],
    ['von uns allen', 'Von uns allen: {said}'],
    ['ein Wort von uns', 'Ein Wort von {brand}: {said}'],
    ['das Wichtigste zuerst', 'Das Wichtigste zuerst: {said}'],
  ],
  asking: [
    ['die Frage', '{statement}'],
    ['eine einfache Frage', 'Eine einfache Frage: {said}'],
    ['erst ihr, dann wir', '{statement} Erst ihr, dann wir.'],
    ['laut gefragt', 'Einmal laut gefragt: {said}'],
    ['ihr seid dran', '{statement} Ihr seid dran.'],
    ['für die Kommentare', 'Eine für die Kommentare: {said}'],
  ],
  addressed: [
    ['an euch gedacht', 'Für {audience}: {topic}.'],
    ['an euch gedacht', 'Für {audience}: {said}'],
  ],
  angles: {
    sell: [
      'Schlicht sagen, was es ist und für wen es passt, und den ersten Schritt leicht machen.',
      'Mit einem Problem aus dem Alltag beginnen und zeigen, wo es hilft.',
      'Die Frage beantworten, die vor jeder Entscheidung kommt.',
    ],
    educate: [
      'Einen Gedanken so erklären, dass man ihn heute nutzen kann.',
      'Der Reihe nach durchgehen, ein kurzer Satz je Schritt.',
      'Eine verbreitete Annahme in Ruhe ansehen.',
    ],
    prove: [
      'Zeigen, wie gearbeitet wird, statt die Arbeit zu loben.',
      'Sagen, welchen Maßstab ihr anlegt und warum.',
      'Die Tür öffnen: Fragen einladen und offen beantworten.',
    ],
    connect: [
      'Mit einem Augenblick beginnen, den alle kennen, und dann zuhören.',
      'Erzählen, warum das den Menschen hinter der Marke wichtig ist.',
      'Eine ehrliche Frage stellen.',
    ],
    provoke: [
      'Einer Gewohnheit widersprechen, nicht den Menschen, und einen anderen Weg anbieten.',
      'Die übliche Reihenfolge umdrehen und sehen, was geschieht.',
      'Das Unbequeme freundlich sagen und dann erklären.',
    ],
    inspire: [
      'Den ersten Schritt so klein machen, dass er leichtfällt.',
      'In einfachen Worten ausmalen, wie es sein könnte.',
      'Erlauben, langsam zu gehen.',
    ],
    announce: [
      'Im ersten Satz sagen, was neu ist, im zweiten, was es bedeutet.',
      'Zeigen, was sich ändert und was bleibt, wie es war.',
      'Einen Blick hinter die Kulissen geben.',
    ],
    entertain: [
      'Zuerst über sich selbst lachen und andere sich erkennen lassen.',
      'Ein wenig übertreiben und freundlich bleiben.',
      'Ein Spiel daraus machen, das zehn Sekunden dauert.',
    ],
  },
  angleAudience: 'Geschrieben für: {audience}.',
  bodies: {
    sell: [
      'Schaut es euch an, vergleicht und entscheidet in Ruhe. Wenn es passt, ist der erste Schritt ein kleiner.',
      'Keine lange Rede. Seht nach, ob es zu euch passt, und fragt uns, was noch offen ist.',
    ],
    educate: [
      'Fragt euch:\n\n1. Was soll danach anders sein?\n2. Was ist schon da?\n3. Was ist der kleinste nächste Schritt?\n\nSchreibt die Antworten auf. Der Rest wird leichter.',
      'Beginnt mit dem, was ihr schon wisst. Ändert eine Sache nach der anderen. Seht nach, was geschehen ist, bevor ihr die nächste ändert.',
    ],
    prove: [
      'Wir zeigen lieber, wie wir arbeiten, als darüber zu reden. Schaut uns über die Schulter und fragt, wenn etwas unklar ist.',
      'Am Ende zählt Sorgfalt: zweimal hinsehen, sagen, was wir sehen, und auch den Teil gut machen, den niemand bemerkt.',
    ],
    connect: [
      'Es sind selten die großen Dinge. Oft ist es ein kleiner Augenblick, der bleibt.',
      'Wir lesen jede Antwort. Manche der besten Ideen beginnt damit, dass jemand sagt, wie es wirklich ist.',
    ],
    provoke: [
      'Vieles machen wir so, weil es immer so war. Ab und zu lohnt sich die Frage, wem es noch hilft.',
      'Mehr ist nicht immer besser. Lasst eine Sache weg und seht, ob sie jemandem fehlt.',
    ],
    inspire: [
      'Es muss nicht perfekt sein und nicht heute fertig werden. Es muss nur irgendwo anfangen.',
      'Eine ruhige Minute genügt. Was soll bleiben, und was darf anders werden?',
    ],
    announce: [
      'Das ist die Neuigkeit in einem Satz. Schaut es euch an und sagt uns, was ihr davon haltet.',
      'Wir freuen uns, es mit euch zu teilen, und sind gespannt, was ihr dazu sagt.',
    ],
    entertain: [
      'Erst ihr: Wir verraten noch nichts.',
      'Falsche Antworten gibt es hier nicht. Nur gute Geschichten.',
    ],
  },
  calls: {
    sell: ['Fragen? Schreibt uns.', 'Schaut vorbei und sagt uns, was ihr braucht.'],
    educate: ['Speichert es für später.', 'Was würdet ihr ergänzen?'],
    prove: ['Fragt uns in den Kommentaren.', 'Was möchtet ihr als Nächstes sehen?'],
    connect: ['Erzählt es uns in den Kommentaren.', 'Wie ist das bei euch?'],
    provoke: ['Einverstanden oder gar nicht?', 'Sagt uns, wo wir falschliegen.'],
    inspire: ['Gebt es weiter an jemanden, dem es heute guttut.', 'Was ist euer erster Schritt?'],
    announce: ['Sagt es allen, die es wissen sollten.', 'Fragen? Wir sind da.'],
    entertain: [
      'Markiert jemanden, der hier schmunzeln würde.',
      'Die beste Antwort bekommt unseren Applaus.',
    ],
  },
  about: '{brand}: {description}',
  firstPerson: /^(?:wir|unsere?|ich|bei uns)(?!\p{L})/iu,
  introduction: 'Wir sind {brand}.',
  self: /^(?:was wir (?:tun|machen)|wer wir sind|uns|unsere? (?:marke|firma|unternehmen|laden|kanzlei|praxis|agentur|team|geschichte|arbeit))$/i,
  audience: [
    'Gemacht für: {audience}.',
    'Gedacht für {audience} und alle, die gern hereinschauen.',
  ],
  themes: ['Worüber wir sonst gern reden: {themes}.', 'Was uns sonst beschäftigt: {themes}.'],
  nothingSaid: 'ein Tag bei {brand}',
  nothingKnown: 'unser Alltag',
}
