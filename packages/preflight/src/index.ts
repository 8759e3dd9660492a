/**
 * What each social network accepts, how it counts, and what to do about a post that it would refuse.
 * Pure: data in, findings out. The editor, the API and the publisher ask the same.
 */
export { type CheckCode, checkCatalogue, checkCodes, type Severity } from './checks/catalogue.ts'
export { checkPost } from './checks/check-post.ts'
export type { Finding } from './checks/finding.ts'
export { countText } from './counting/count-text.ts'
export { type Entity, findEntities } from './entities/find-entities.ts'
export { applyFix } from './fixes/apply-fix.ts'
export { type Fix, isMediaFix, type MediaFix, type TextFix } from './fixes/fix.ts'
export { splitText } from './fixes/split-text.ts'
export { trimText } from './fixes/trim-text.ts'
export { limits, staleLimits } from './limits/limits.ts'
export type { Aspect, NetworkLimits } from './limits/network-limits.ts'
export { plainRoom, type TextRoom, textRoom } from './limits/text-room.ts'
export { isNetwork, type Network, networks } from './networks.ts'
export {
  type AssetFacts,
  factsFor,
  type MediaReference,
  type OwnVersion,
  type PostContent,
} from './post-content.ts'
export type { MediaFacts, PostFacts } from './post-facts.ts'
