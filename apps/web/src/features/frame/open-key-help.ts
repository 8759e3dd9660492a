export const keyHelpAsked = 'rheos:keys'

/** Opens the list of keys, from wherever one is. */
export function openKeyHelp(): void {
  window.dispatchEvent(new Event(keyHelpAsked))
}
