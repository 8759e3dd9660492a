const sideMax = 1280
const patienceMs = 10_000
/** The very first frame is often black. */
const fromStartS = 1

/**
 * A frame of a video, as JPEG: the server decodes no videos, so whoever uploads one draws what stands
 * for it. Undefined where this browser does not play it.
 */
export async function frameOf(file: File): Promise<Blob | undefined> {
  const video = document.createElement('video')
  const url = URL.createObjectURL(file)
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  try {
    video.src = url
    await happened(video, 'loadeddata')
    video.currentTime = Math.min(fromStartS, video.duration / 2 || 0)
    await happened(video, 'seeked')
    return await drawn(video)
  } catch {
    return undefined
  } finally {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(url)
  }
}

function happened(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('It takes too long.')), patienceMs)
    const settle = (then: () => void) => () => {
      clearTimeout(patience)
      then()
    }
    video.addEventListener(event, settle(resolve), { once: true })
    video.addEventListener(
      'error',
      settle(() => reject(video.error)),
      { once: true },
    )
  })
}

async function drawn(video: HTMLVideoElement): Promise<Blob | undefined> {
  const scale = Math.min(1, sideMax / Math.max(video.videoWidth, video.videoHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  const frame = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', 0.85),
  )
  return frame ?? undefined
}
