import { install } from './install.mjs'
import { isNodeNewEnough } from './node-version.mjs'

/** Whether there is what every command needs: a Node that is new enough, and the packages. */
export function ensure() {
  return isNodeNewEnough() && install()
}
