/** As the server has it; a larger picture would be refused. */
const pixelsMax = 24_000_000

/** How many times as large a picture can be made. */
export function upscaleFactors(width: number, height: number): readonly (2 | 4)[] {
  return ([2, 4] as const).filter((factor) => width * height * factor ** 2 <= pixelsMax)
}
