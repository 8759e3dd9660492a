import type { Page } from './page.ts'
import type { StyleSheet } from './stylesheet.ts'

/** All that was read of a website, before anything is concluded from it. */
export interface Site {
  /** Where the home page was found in the end. */
  readonly address: string
  /** The home page first. */
  readonly pages: readonly Page[]
  readonly home: Page
  readonly sheets: readonly StyleSheet[]
  readonly manifest?: Manifest
}

export interface Manifest {
  readonly address: string
  readonly name?: string
  readonly shortName?: string
  readonly description?: string
  readonly themeColor?: string
  readonly backgroundColor?: string
  readonly icons: readonly ManifestIcon[]
}

export interface ManifestIcon {
  readonly url: string
  readonly size: number
  readonly isMaskable: boolean
}
