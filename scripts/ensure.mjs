import { install } from './install.mjs'
import { requireNode } from './require-node.mjs'

/** What every command needs first: a Node that is new enough, and the packages. */
export function ensure() {
  requireNode()
  install()
}
