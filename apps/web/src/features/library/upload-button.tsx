import { Upload } from 'lucide-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import type { ButtonVariant } from '../../ui/button-class.ts'

export interface UploadButtonProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly label?: string
  readonly variant?: ButtonVariant
  readonly loading?: boolean
  readonly multiple?: boolean
  readonly videos?: boolean
  /** Files are to be chosen at once, by a press that was made elsewhere. */
  readonly asking?: boolean
  readonly onAsked?: () => void
}

const pictureTypes = 'image/png,image/jpeg,image/webp,image/gif,image/avif'
const videoTypes = 'video/mp4,video/quicktime,video/webm'

/** Opens the system's file chooser for pictures, and videos where they will do. */
export function UploadButton(props: UploadButtonProps) {
  const { onFiles, label = 'Upload', variant = 'primary', loading = false } = props
  const { multiple = true, videos = false, asking = false } = props
  const input = useRef<HTMLInputElement>(null)
  const ask = useEffectEvent(() => {
    input.current?.click()
    props.onAsked?.()
  })
  useEffect(() => {
    if (asking) ask()
  }, [asking])
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={videos ? `${pictureTypes},${videoTypes}` : pictureTypes}
        multiple={multiple}
        hidden
        onChange={(event) => {
          const files = Array.from(event.target.files ?? [])
          // So that the same file can be chosen again after a failure.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button
        variant={variant}
        loading={loading}
        icon={<Upload size={16} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  )
}
