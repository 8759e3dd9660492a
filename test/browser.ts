import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium that can be started here. */
export interface Chromium {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A new browser: the machine's own Chromium, else the one that npm brought. */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const { path, env } = installedChromium() ?? (await unpackedChromium())
  return chromium.launch({
    executablePath: path,
    chromiumSandbox: false,
    args: [...quiet, ...switches],
    env: { ...process.env, ...env } as Record<string, string>,
  })
}

export function installedChromium(): Chromium | undefined {
  const places = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome']
  const path = places.find((place) => place !== undefined && existsSync(place))
  return path === undefined ? undefined : { path, env: {} }
}

/** The binary in `@sparticuz/chromium`, unpacked once for each version. */
export async function unpackedChromium(cache: string = defaultCache): Promise<Chromium> {
  const packed = join(packageDir(), 'bin')
  const { version } = JSON.parse(readFileSync(join(packageDir(), 'package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackAll(packed, folder)
  const path = join(folder, 'chromium')
  return { path, env: { ...librariesFor(path, folder), ...fontsFor(folder) } }
}

const defaultCache = fileURLToPath(new URL('../node_modules/.cache/rheos', import.meta.url))

function packageDir(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return dirname(dirname(dirname(entry)))
}

/** Under another name until all is there: an unpacking that is killed leaves nothing to trip over. */
async function unpackAll(packed: string, folder: string): Promise<void> {
  const making = `${folder}~${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(join(making, 'al2023'), { recursive: true })
  const binary = join(making, 'chromium')
  await unpack(join(packed, 'chromium.br'), binary)
  chmodSync(binary, 0o755)
  await unpackArchive(join(packed, 'al2023.tar.br'), join(making, 'al2023'))
  await unpackArchive(join(packed, 'swiftshader.tar.br'), making)
  await unpackArchive(join(packed, 'fonts.tar.br'), making)
  writeFileSync(join(making, 'fonts.conf'), fontsConf(join(folder, 'fonts')))
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true, force: true })
  }
}

async function unpackArchive(packed: string, folder: string): Promise<void> {
  const archive = join(folder, 'archive.tar')
  await unpack(packed, archive)
  execFileSync('tar', ['--no-same-owner', '-xf', archive, '-C', folder])
  rmSync(archive)
}

async function unpack(packed: string, to: string): Promise<void> {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(to))
}

/** The package brings the libraries that a bare machine lacks; where there are own ones, those fit better. */
function librariesFor(path: string, folder: string): Record<string, string> {
  const runsByItself = spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
  return runsByItself ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
}

/** The one in the package names folders of the place it was made for. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`
}

function fontsFor(folder: string): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder }
}
