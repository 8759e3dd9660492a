import { expect, test } from 'vitest'
import { languageOf } from './find-language.ts'

test.each([
  ['en', 'We bake bread for the neighbours and you are welcome to try it with us in the morning.'],
  ['de', 'Wir backen Brot für die Nachbarn und Sie sind eingeladen, es mit uns zu probieren.'],
  [
    'fr',
    'Nous préparons le pain pour les voisins et vous êtes invités dans notre boulangerie avec plaisir.',
  ],
  [
    'es',
    'Hacemos el pan para los vecinos y en nuestra panadería te esperamos con los brazos abiertos.',
  ],
  [
    'it',
    'Facciamo il pane per i vicini e nella nostra bottega ti aspettiamo con la colazione del mattino.',
  ],
  ['nl', 'Wij bakken het brood voor de buren en u bent van harte welkom bij ons in de winkel.'],
  ['pl', 'Pieczemy chleb dla sąsiadów i jest to nasza praca od lat, do nas przychodzą po bułki.'],
  ['ja', '私たちは毎朝パンを焼いています。近所のみなさんをお待ちしています。'],
  ['zh', '我们每天早上为邻居烤面包，欢迎您来我们的店里坐一坐，喝一杯茶。'],
  ['ko', '우리는 매일 아침 이웃을 위해 빵을 굽습니다. 언제든지 오세요.'],
  ['ru', 'Мы печем хлеб для соседей каждое утро и ждем вас в нашей пекарне.'],
  ['uk', 'Ми печемо хліб для сусідів щоранку і чекаємо на вас у нашій пекарні.'],
  ['he', 'אנחנו אופים לחם לשכנים בכל בוקר ומחכים לכם במאפייה שלנו.'],
  ['fa', 'ما هر روز صبح برای همسایگان نان می‌پزیم و منتظر شما هستیم، چای و گپ هم هست.'],
])('%s is heard', (language, text) => {
  expect(languageOf(text)).toBe(language)
})

test('too little text has no language', () => {
  expect(languageOf('Acme')).toBeUndefined()
})
