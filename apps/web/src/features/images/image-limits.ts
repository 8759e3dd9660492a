/** As the server has it; a longer prompt would be refused. */
export const promptMax = 2000

export const countOptions = (['1', '2', '3', '4'] as const).map((count) => ({
  value: count as string,
  label: count,
}))
