/** One thing the built-in designer can do to a picture. */
export type Adjustment =
  /** By how much: 1 is clearly to be seen, below 0 the other way. */
  | { readonly kind: 'light' | 'warmth' | 'contrast' | 'color'; readonly by: number }
  | { readonly kind: 'blur' | 'sharpen'; readonly by: number }
  | { readonly kind: 'grey' | 'sepia' | 'mirror' }
  /** Degrees clockwise. */
  | { readonly kind: 'turn'; readonly degrees: 90 | 180 | 270 }
  /** Width by height. */
  | { readonly kind: 'crop'; readonly ratio: number }
  | { readonly kind: 'text'; readonly text: string; readonly place: TextPlace }
  /** Only of what was drawn here: other words in the same layout, or the same in another. */
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'layout' }

export type TextPlace = 'top' | 'middle' | 'bottom'
