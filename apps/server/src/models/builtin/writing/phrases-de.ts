import type { Phrases } from './phrases.ts'

export const german: Phrases = {
  capitalNouns: true,
  hooks: {
    sell: [
      ['ein guter Anfang', '{Topic}: Hier ist ein guter Anfang.'],
      ['vorher und nachher', '{Topic}: Was wäre danach anders für euch?'],
      ['die kurze Fassung', '{Topic}, in einer Minute erklärt.'],
      ['für wen es passt', '{Topic}: für wen es passt und für wen nicht.'],
      ['was euch erwartet', '{Topic}: was euch erwartet, ganz ohne Kleingedrucktes.'],
    ],
    educate: [
      ['leicht zu übersehen', '{Topic}: eine Sache, die man leicht übersieht.'],
      ['Schritt für Schritt', '{Topic}, Schritt für Schritt.'],
      ['Gerücht und Wirklichkeit', '{Topic}: was man so hört und was sich zu prüfen lohnt.'],
      ['drei Fragen', 'Drei Fragen zum Thema {topic}.'],
      ['in einfachen Worten', '{Topic}, in einfachen Worten.'],
    ],
    prove: [
      ['unser Blick darauf', '{Topic}: So sieht es von unserer Seite aus.'],
      ['wie wir arbeiten', '{Topic}: wie wir vorgehen und warum.'],
      ['worauf wir achten', '{Topic}: worauf wir zuerst schauen.'],
      ['fragt uns', 'Fragt uns alles zum Thema {topic}.'],
      ['keine Abkürzung', '{Topic}: der langsame Teil, und warum wir ihn behalten.'],
    ],
    connect: [
      ['eine Frage', '{Topic}: Was bedeutet euch das?'],
      ['das Schönste daran', '{Topic}: der Teil, von dem wir nie genug bekommen.'],
      ['warum es uns wichtig ist', '{Topic}: warum uns das wichtig ist.'],
      ['eure Geschichte', 'Zum Thema {topic} hat jeder eine Geschichte. Wie geht eure?'],
      ['ihr seid dran', 'Ihr seid dran: {topic}.'],
    ],
    provoke: [
      ['einfacher als gedacht', '{Topic}: vielleicht einfacher, als wir alle tun.'],
      ['eine unbequeme Meinung', '{Topic}: eine unbequeme Meinung.'],
      ['weniger Aufwand', '{Topic}: Können wir aufhören, es kompliziert zu machen?'],
      ['was wäre, wenn', 'Was wäre, wenn {topic} einmal zuerst käme?'],
      [
        'der schwierige Teil',
        '{Topic}: Der schwierige Teil ist vielleicht ein anderer, als man denkt.',
      ],
    ],
    inspire: [
      ['klein anfangen', '{Topic}: klein anfangen, jetzt anfangen.'],
      ['stellt euch vor', '{Topic}: Stellt es euch genau so vor, wie ihr es gern hättet.'],
      ['ein Grund anzufangen', 'Ein guter Tag, um anzufangen: {topic}.'],
      ['eine ruhige Minute', '{Topic}: Nehmt euch eine ruhige Minute dafür.'],
      ['eine Erinnerung', '{Topic}: eine kleine Erinnerung für alle, die daran denken.'],
    ],
    announce: [
      ['Neuigkeiten', 'Neues von {brand}: {topic}.'],
      ['es ist da', 'Da ist es: {topic}.'],
      ['für eure Liste', 'Etwas für eure Liste: {topic}.'],
      ['was sich ändert', '{Topic}: was sich ändert und was bleibt.'],
      ['ein erster Blick', '{Topic}: ein erster Blick.'],
    ],
    entertain: [
      ['Erwartung und Wirklichkeit', '{Topic}: Erwartung und Wirklichkeit.'],
      ['wenn es reden könnte', 'Wenn {topic} reden könnte, müssten wir eine Weile zuhören.'],
      ['ihr kennt da jemanden', '{Topic}: Wir alle kennen jemanden, der das sehr ernst nimmt.'],
      ['zwei Sorten Menschen', '{Topic}: Es gibt zwei Sorten Menschen.'],
      ['Bingo', '{Topic}-Bingo: Welche Felder gehören euch?'],
    ],
  },
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
  bodies: {
    sell: [
      'Schaut es euch an, vergleicht und entscheidet in Ruhe. Wenn es passt, ist der erste Schritt ein kleiner.',
      'Keine lange Rede. Seht nach, ob es zu euch passt, und fragt uns, was noch offen ist.',
    ],
    educate: [
      'Drei Fragen helfen:\n\n1. Was soll danach anders sein?\n2. Was ist schon da?\n3. Was ist der kleinste nächste Schritt?\n\nSchreibt die Antworten auf. Der Rest wird leichter.',
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
      'Wir nennen keine Namen. Aber ihr habt gerade an jemanden gedacht, oder?',
      'Wir fangen an: schuldig. Und wir würden es wieder tun.',
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
    entertain: ['Markiert die Person, an die ihr gedacht habt.', 'Wozu gehört ihr?'],
  },
  about: '{brand}: {description}',
  audience: 'Gemacht für: {audience}.',
  nothingSaid: 'ein Tag bei {brand}',
  nothingKnown: 'unser Alltag',
}
