import type { Candidate, LogoCandidate, LogoFile } from '../finding.ts'
import type { Site } from '../site/site.ts'
import type { SiteReader } from '../site/site-reader.ts'
import { findLogoSources, type LogoSource } from './logo-sources.ts'
import { type Picture, readPicture } from './picture.ts'
import { evidence } from './text-evidence.ts'

const maxTried = 8
const maxKept = 5
/** A browser's 16 pixels are a sign, not a logo that anything can be made with. */
const minScore = 0.2
const maxPictureBytes = 2_000_000

export interface FoundLogo {
  readonly source: LogoSource
  readonly picture: Picture
  readonly score: number
}

/** The pictures that may be the logo, decoded, best first. */
export async function findLogos(
  site: Site,
  name: string | undefined,
  reader: SiteReader,
): Promise<FoundLogo[]> {
  const sources = findLogoSources(site, name).slice(0, maxTried)
  const found = await Promise.all(sources.map((source) => load(source, reader)))
  return found
    .filter((logo) => logo !== undefined && logo.score >= minScore)
    .filter((logo) => logo !== undefined)
    .sort((one, other) => other.score - one.score)
    .slice(0, maxKept)
}

async function load(source: LogoSource, reader: SiteReader): Promise<FoundLogo | undefined> {
  const bytes =
    source.inline === undefined
      ? await reader.bytes(source.url, {
          accept: ['image/*', 'application/octet-stream', 'text/plain', 'text/xml'],
          maxBytes: maxPictureBytes,
          timeoutMs: 8_000,
        })
      : Buffer.from(source.inline, 'latin1')
  const picture = bytes && (await readPicture(bytes))
  return picture && { source, picture, score: source.score * fitness(picture) }
}

/** A logo is large enough to be printed and no banner. */
function fitness({ width, height }: Picture): number {
  const shape = width / height
  if (shape > 12 || shape < 0.2) return 0.4
  const side = Math.max(width, height)
  return side < 32 ? 0.55 : side < 64 ? 0.8 : 1
}

/** The logos as a finding; their files lie in the same order. */
export function logoCandidate(
  logos: readonly FoundLogo[],
): Candidate<readonly LogoCandidate[]> | undefined {
  const [best] = logos
  if (best === undefined) return undefined
  return {
    score: best.score,
    value: logos.map(({ source, picture, score }) => ({
      url: source.url,
      mediaType: 'image/png',
      width: picture.width,
      height: picture.height,
      score: Math.round(score * 100) / 100,
      source: source.source,
      ink: picture.ink,
    })),
    evidence: logos.map(({ source }) => evidence(source.page, source.snippet, source.source)),
  }
}

export function logoFiles(logos: readonly FoundLogo[]): LogoFile[] {
  return logos.map(({ source, picture }) => ({
    url: source.url,
    mediaType: 'image/png',
    bytes: picture.bytes,
    width: picture.width,
    height: picture.height,
  }))
}
