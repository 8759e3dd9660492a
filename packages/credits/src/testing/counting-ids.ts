/** Ids in the order they are asked for: `id-1`, `id-2` … */
export function countingIds(prefix = 'id'): () => string {
  let count = 0
  return () => {
    count += 1
    return `${prefix}-${count}`
  }
}
