/** Words of the filler texts that templates come with. */
const fillerWords: ReadonlySet<string> = new Set(
  `lorem ipsum dolor sit amet consectetur adipiscing adipisicing adipisici elit sed eiusmod tempor incididunt labore dolore magna aliqua
  enim minim veniam quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate
  velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat proident sunt culpa officia deserunt mollit anim laborum
  praesent eget risus vitae massa semper aliquam mattis quam erat imperdiet dissentias alia aliquid corrumpit oratio conclusionemque
  errem nominavi delicatissimi meis voluptaria erant bonorum albucius sapientem accommodare saepe dolorum constituam eos porro audire
  everti maiorum detracto ferri reque integre mandamus corrumpit vulputate vix posse ancillae neque debitis veritatis quos non
  perspiciatis totam corporis alias unde omnis iste natus error accusantium doloremque laudantium rem aperiam eaque ipsa quae
  inventore architecto beatae explicabo nemo ipsam quia voluptas aspernatur odit fugit consequuntur magni ratione sequi nesciunt
  cum sociis natoque penatibus magnis dis parturient montes nascetur ascetur ridiculus mus musull null dui fusce feugiat malesuada odio
  morbi sagittis sem quisci quisque gravida tortor orci aenean noummy nonummy endrerit hendrerit mauris lacinia faucibus vestibulum
  ante primis luctus ultrices posuere cubilia curae pellentesque habitant tristique senectus netus fames turpis egestas curabitur
  phasellus vivamus suspendisse donec etiam nunc sapien ligula ullamcorper lectus ornare tellus arcu justo lacus felis libero
  consectetuer consetetur sadipscing legendos comprehensam signifer noluisse detraxit pertinax dignissim equidem vivendo nominati
  probatus antiopam corpora mediocritatem assueverit deterruisset tacimates reformidans interpretaris perpetua rationibus abhorreant
  definitiones philosophia accusata gubergren suavitate sententiae percipitur splendide facilisis referrentur honestatis mea nam quo
  souvlaki ignitus carborundum pluribus unum unumfacto enumfacto defacto lingo igpay atinlay marquee arquee selectus provisio incongruous
  feline nolo contendre gratuitous octopus niacin sodium glutimate gluti meon interruptus stadium fugit esperanto epsum factorial
  deposit quid proquo hic escorol olypian quarrels gorilla congolium
  ipsumulum penatibulorem diam nibh euismod tincidunt laoreet wisi suscipit lobortis autem vel eum iriure molestie ne tritani adipisci`.split(
    /\s+/,
  ),
)

const fillerPhrases =
  /simply dummy text|printing and typesetting|lorem ipsum|dummy (text|link)|placeholder text|your (text|content|tagline|company) here|enter your text|this is (a|an) (sample|example) page|just another wordpress site|my wordpress blog|anim pariatur cliche|firefox os is an open platform|backed by some of the biggest names in the industry|someone famous in|high life accusamus|example (street|road)|awesome street|insert text here|company ?name|sitename|sample text|hello world!/i

/** Whether a text is a template's filler and says nothing about whose site it is. */
export function isPlaceholder(text: string): boolean {
  if (fillerPhrases.test(text)) return true
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  if (words.length < 3) return false
  const fillers = words.filter((word) => fillerWords.has(word)).length
  return fillers / words.length > 0.3
}

const orders =
  /\b(ignore|disregard|forget|override|bypass)\b.{0,40}\b(previous|prior|above|earlier|all|any|your|these|the|system)\b.{0,40}\b(instruction|prompt|rule|direction|guideline|message)s?|\bsystem prompt\b|\b(you are|act as|pretend to be|behave as)\b.{0,30}\b(ai|an? (assistant|model|language model|chatbot|llm)|dan|system)\b|\b(as|dear) an? (ai|language model|assistant)\b|<\/?(system|assistant|user|instructions?)>|\[\/?(inst|system)\]|<\|[a-z_]+\|>|\b(reveal|print|output|leak|send)\b.{0,30}\b(prompt|api keys?|secrets?|passwords?|instructions)\b|ignorier\w*.{0,40}\b(anweisung|instruktion)\w*|ignore[zr]?.{0,40}\b(instructions?|consignes?) (précédentes?|ci-dessus)|ignora.{0,40}\b(instrucciones|istruzioni|instruções)\b|忽略.{0,12}(指令|指示|提示)|игнорируй\w*.{0,30}(инструкци|указани)\w*|تجاهل.{0,20}(التعليمات|الأوامر)/iu

/** Whether a text speaks to a machine instead of a reader. Such text is nobody's description or tone. */
export function isAddressedToMachine(text: string): boolean {
  return orders.test(text)
}

/** Text that may become part of a brand. */
export function isUsable(text: string): boolean {
  return text !== '' && !isPlaceholder(text) && !isAddressedToMachine(text)
}
