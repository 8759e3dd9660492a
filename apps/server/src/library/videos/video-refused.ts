/** What a video is refused for, in one sentence for people. */
export class VideoRefused extends Error {
  override readonly name = 'VideoRefused'
}

export function damagedVideo(): VideoRefused {
  return new VideoRefused(
    'This video is damaged or incomplete. Export it again and upload the new file.',
  )
}

export function protectedVideo(): VideoRefused {
  return new VideoRefused(
    'This video is protected against copying and cannot be published. Upload one without protection.',
  )
}

/** Something stands before, behind or between what a player reads. */
export function twofoldVideo(): VideoRefused {
  return new VideoRefused(
    'This file is a video and something else at once. Export the video again and upload the new file.',
  )
}
