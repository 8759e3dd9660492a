import { spanishGrammar } from './grammar/grammar-es.ts'
import type { Phrases } from './phrases.ts'

export const spanish: Phrases = {
  language: 'es',
  grammar: spanishGrammar,
  hooks: {
    sell: [
      ['por dónde empezar', '{Topic}: empieza por aquí.'],
      ['antes y después', '{Topic}: ¿qué cambiaría para ti?'],
      ['la versión corta', '{Topic}, en un minuto.'],
      ['para quién es', '{Topic}: para quién sí y para quién no.'],
      ['qué esperar', '{Topic}: qué esperar, sin letra pequeña.'],
    ],
    educate: [
      ['lo que se escapa', '{Topic}: algo que se pasa por alto fácilmente.'],
      ['paso a paso', '{Topic}, paso a paso.'],
      ['mito y realidad', '{Topic}: lo que se dice y lo que conviene comprobar.'],
      ['tres preguntas', '{Topic}: tres preguntas que ayudan.'],
      ['en palabras sencillas', '{Topic}, en palabras sencillas.'],
    ],
    prove: [
      ['desde nuestro lado', '{Topic}: así se ve desde nuestro lado.'],
      ['cómo trabajamos', '{Topic}: cómo lo hacemos y por qué.'],
      ['en qué nos fijamos', '{Topic}: en qué nos fijamos primero.'],
      ['pregúntanos', '{Topic}: pregúntanos lo que quieras.'],
      ['sin atajos', '{Topic}: la parte lenta, y por qué la mantenemos.'],
    ],
    connect: [
      ['una pregunta', '{Topic}: ¿qué significa para ti?'],
      ['nuestra parte favorita', '{Topic}: la parte de la que nunca nos cansamos.'],
      ['por qué nos importa', '{Topic}: por qué nos importa.'],
      ['tu historia', '{Topic}: ¿qué historia tienes tú?'],
      ['tu turno', '{Topic}: te toca.'],
    ],
    provoke: [
      ['más sencillo', '{Topic}: quizá más sencillo de lo que decimos.'],
      ['una opinión incómoda', '{Topic}: una opinión incómoda.'],
      ['menos vueltas', '{Topic}: ¿y si dejamos de complicarlo?'],
      ['y si', '¿Y si por una vez empezáramos por aquí: {topic}?'],
      ['lo difícil', '{Topic}: lo difícil quizá no sea lo que parece.'],
    ],
    inspire: [
      ['empezar poco a poco', '{Topic}: empieza poco a poco, empieza ya.'],
      ['imagina', '{Topic}: justo como te gustaría.'],
      ['un motivo para empezar', 'Un buen día para empezar: {topic}.'],
      ['un minuto tranquilo', '{Topic}: regálate un minuto tranquilo.'],
      ['un recordatorio', 'Un recordatorio para quien piensa en esto: {topic}.'],
    ],
    announce: [
      ['novedades', 'Novedades de {brand}: {topic}.'],
      ['ya está aquí', 'Ya está aquí: {topic}.'],
      ['para tu lista', 'Algo para tu lista: {topic}.'],
      ['qué cambia', '{Topic}: qué cambia y qué sigue igual.'],
      ['un primer vistazo', '{Topic}: un primer vistazo.'],
    ],
    entertain: [
      ['expectativa y realidad', '{Topic}: expectativa y realidad.'],
      ['seremos breves', '{Topic}: podríamos hablar de esto durante horas. Seremos breves.'],
      ['conoces a alguien', '{Topic}: todos conocemos a alguien que se lo toma muy en serio.'],
      ['dos tipos de personas', '{Topic}: hay dos tipos de personas.'],
      ['en tres emojis', '{Topic}, pero solo en tres emojis.'],
    ],
  },
  saying: {
    sell: [
      ['la versión corta', 'En pocas palabras: {said}'],
      ['si es para ti', '{statement} ¿Es algo para ti?'],
      ['compruébalo', '{statement} Compruébalo.'],
    ],
    educate: [
      ['conviene saberlo', 'Conviene saberlo: {said}'],
      ['para apuntar', 'Para apuntar: {said}'],
      ['tus preguntas', '{statement} ¿Qué te gustaría saber?'],
    ],
    prove: [
      ['de primera mano', 'De primera mano: {said}'],
      ['pregúntanos', '{statement} Pregúntanos lo que quieras.'],
      ['así de sencillo', '{statement} Así de sencillo.'],
    ],
    connect: [
      ['qué significa para ti', '{statement} ¿Qué significa para ti?'],
      ['lo primero que piensas', '{statement} ¿Qué es lo primero que piensas?'],
      ['a quién se lo cuentas', '{statement} ¿A quién se lo contarás primero?'],
    ],
    provoke: [
      ['a favor o en contra', '{statement} ¿A favor o en contra?'],
      ['lo que piensas', '{statement} Dinos lo que piensas de verdad.'],
      ['ya era hora', '{statement} ¿Ya era hora o es demasiado pronto?'],
    ],
    inspire: [
      ['imagina', 'Imagina: {said}'],
      ['una idea para hoy', 'Una idea para hoy: {said}'],
      ['qué harás con ello', '{statement} ¿Qué harás tú?'],
    ],
    announce: [
      ['novedades', 'Novedades de {brand}: {said}'],
      ['para que lo sepas', 'Para que lo sepas: {said}'],
      ['corre la voz', '{statement} Corre la voz.'],
    ],
    entertain: [
      ['alguien debe saberlo', '{statement} Ya sabes quién tiene que enterarse.'],
      ['has leído bien', '{statement} Sí, has leído bien.'],
      ['redoble de tambores', 'Redoble de tambores: {said}'],
    ],
  },
  addressing: [
    ['sin más', '{statement}'],
    ['de parte de todos', 'De parte de todos nosotros: {said}'],
    ['unas palabras', 'Unas palabras de {brand}: {said}'],
    ['lo primero', 'Lo primero es lo primero: {said}'],
  ],
  asking: [
    ['la pregunta', '{statement}'],
    ['una pregunta sencilla', 'Una pregunta sencilla: {said}'],
    ['primero tú', '{statement} Primero tú, después nosotros.'],
    ['en voz alta', 'La hacemos en voz alta: {said}'],
    ['te toca', '{statement} Te toca.'],
    ['para los comentarios', 'Para los comentarios: {said}'],
  ],
  addressed: [
    ['pensando en ti', 'Para {audience}: {topic}.'],
    ['pensando en ti', 'Para {audience}: {said}'],
  ],
  angles: {
    sell: [
      'Decir con sencillez qué es y para quién, y facilitar el primer paso.',
      'Empezar por un problema de cada día y mostrar dónde ayuda.',
      'Responder a la pregunta que se hace antes de decidir.',
    ],
    educate: [
      'Explicar una sola idea tan bien que sirva hoy mismo.',
      'Ir por orden, una frase corta para cada paso.',
      'Mirar con calma una creencia común.',
    ],
    prove: [
      'Mostrar cómo se trabaja en lugar de elogiarlo.',
      'Decir qué os exigís y por qué.',
      'Abrir la puerta: invitar a preguntar y responder en público.',
    ],
    connect: [
      'Partir de un momento que todos reconocen y ceder la palabra.',
      'Contar por qué importa a las personas que hay detrás de la marca.',
      'Hacer una pregunta sincera y escuchar.',
    ],
    provoke: [
      'Llevar la contraria a una costumbre, no a las personas, y ofrecer otra vía.',
      'Dar la vuelta al orden habitual y ver qué pasa.',
      'Decir con amabilidad lo incómodo y después explicarlo.',
    ],
    inspire: [
      'Hacer el primer paso tan pequeño que resulte fácil.',
      'Describir con palabras sencillas cómo podría ser.',
      'Dar permiso para ir despacio.',
    ],
    announce: [
      'Decir la novedad en la primera línea y qué supone en la segunda.',
      'Mostrar qué cambia y qué sigue igual.',
      'Enseñar lo que hay detrás antes que a nadie.',
    ],
    entertain: [
      'Reírse primero de uno mismo y dejar que los demás se reconozcan.',
      'Exagerar un poco, siempre con cariño.',
      'Convertirlo en un juego de diez segundos.',
    ],
  },
  angleAudience: 'Escrito para: {audience}.',
  bodies: {
    sell: [
      'Mira, compara y decide con calma. Si te encaja, el primer paso es pequeño.',
      'Sin discursos. Mira si responde a lo que necesitas y pregúntanos lo demás.',
    ],
    educate: [
      'Pregúntate:\n\n1. ¿Qué debería cambiar?\n2. ¿Qué hay ya?\n3. ¿Cuál es el siguiente paso más pequeño?\n\nEscribe las respuestas. Lo demás resulta más fácil.',
      'Empieza por lo que ya sabes. Cambia una cosa cada vez. Mira qué ha pasado antes de cambiar la siguiente.',
    ],
    prove: [
      'Preferimos enseñar cómo trabajamos a hablar de ello. Míralo de cerca y pregunta lo que no esté claro.',
      'Todo se reduce al cuidado: mirar dos veces, decir lo que vemos y hacer bien también lo que nadie nota.',
    ],
    connect: [
      'Pocas veces son las cosas grandes. A menudo es un momento pequeño el que se queda.',
      'Leemos todas las respuestas. Las buenas ideas suelen empezar cuando alguien cuenta cómo es de verdad.',
    ],
    provoke: [
      'Hacemos muchas cosas como siempre se han hecho. De vez en cuando conviene preguntar a quién le sirven todavía.',
      'Más no siempre es mejor. Quita una cosa y mira si alguien la echa de menos.',
    ],
    inspire: [
      'No tiene que ser perfecto ni terminarse hoy. Solo tiene que empezar en algún sitio.',
      'Tómate un minuto. ¿Qué te gustaría conservar y qué te gustaría cambiar?',
    ],
    announce: [
      'Esa es la noticia en una línea. Échale un vistazo y cuéntanos qué te parece.',
      'Nos alegra compartirlo contigo y tenemos curiosidad por saber qué opinas.',
    ],
    entertain: [
      'Primero tú: todavía no vamos a desvelar nada.',
      'Aquí no hay respuestas equivocadas. Solo buenas historias.',
    ],
  },
  calls: {
    sell: ['¿Preguntas? Escríbenos.', 'Pásate y cuéntanos qué necesitas.'],
    educate: ['Guárdalo para más tarde.', '¿Qué añadirías?'],
    prove: ['Pregúntanos en los comentarios.', '¿Qué te gustaría ver después?'],
    connect: ['Cuéntanoslo en los comentarios.', '¿Y tú?'],
    provoke: ['¿De acuerdo, o para nada?', 'Dinos en qué nos equivocamos.'],
    inspire: ['Compártelo con quien lo necesite hoy.', '¿Cuál es tu primer paso?'],
    announce: ['Cuéntaselo a quien deba saberlo.', '¿Preguntas? Aquí estamos.'],
    entertain: [
      'Etiqueta a alguien que sonreiría con esto.',
      'La mejor respuesta se lleva nuestro aplauso.',
    ],
  },
  about: '{brand}: {description}',
  firstPerson: /^(?:nosotros|nuestr[oa]s?|somos|yo|mi|\p{L}+[aei]mos)(?!\p{L})/iu,
  introduction: 'Somos {brand}.',
  self: /^(?:lo que hacemos|quiénes somos|nosotros|nuestr[oa] (?:marca|empresa|tienda|equipo|historia|trabajo))$/i,
  audience: ['Pensado para: {audience}.', 'Pensado para {audience} y para quien quiera asomarse.'],
  themes: ['También nos gusta hablar de {themes}.', 'Lo que también nos ocupa: {themes}.'],
  nothingSaid: 'un día en {brand}',
  nothingKnown: 'nuestro día a día',
}
