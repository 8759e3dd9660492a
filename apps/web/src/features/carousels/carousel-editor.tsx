import type { Asset, Carousel, Slide } from '@rheos/contract'
import { FileText, FolderArchive } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useWorkspace } from '../../api/account.ts'
import { problemFrom } from '../../api/api-error.ts'
import { exportUrl, useCarousel, useKeepSlides } from '../../api/carousels.ts'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.ts'
import { LookFields } from '../designs/look-fields.tsx'
import { LeaveQuestion } from '../leave-question.tsx'
import { SaveMark } from '../save-mark.tsx'
import { Trouble } from '../trouble.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { networkRoomText } from './network-room.ts'
import { RewriteAll } from './rewrite-all.tsx'
import { inserted, newSlide, slidesMax, slidesMin } from './slide-edits.ts'
import { SlideFields } from './slide-fields.tsx'
import { SlidePicture } from './slide-picture.tsx'
import { type CarouselEditing, useCarouselEditor } from './use-carousel-editor.ts'

export interface CarouselEditorProps {
  readonly carouselId: string
  /** The post it is made for. */
  readonly postId?: string
  /** Gets its slides as pictures of the library, in order. */
  readonly onUse: (assets: readonly Asset[]) => void
  /** What the button to use them says. */
  readonly useLabel?: string
}

/** Slides as they will be, each editable, in an order that is dragged or moved by keyboard. */
export function CarouselEditor(props: CarouselEditorProps) {
  const carousel = useCarousel(props.carouselId)
  if (carousel.data !== undefined)
    return <Editor key={props.carouselId} {...props} carousel={carousel.data} />
  if (carousel.isError)
    return (
      <Trouble
        error={carousel.error}
        onRetry={() => void carousel.refetch()}
        gone="This carousel is not here any more"
        way={<LinkButton to="/carousels">See all carousels</LinkButton>}
      />
    )
  return <Skeleton className="h-96 w-full rounded-xl" />
}

function Editor(props: CarouselEditorProps & { readonly carousel: Carousel }) {
  const editing = useCarouselEditor(props.carousel)
  const { view, edit, setSlides } = editing
  const [selectedId, setSelectedId] = useState(view.slides[0]?.id)
  const at = Math.max(
    0,
    view.slides.findIndex(({ id }) => id === selectedId),
  )
  const slide = view.slides[at]

  function add(made: Slide): void {
    setSlides(inserted(view.slides, at + 1, made))
    setSelectedId(made.id)
  }

  return (
    <div className="space-y-6">
      <LeaveQuestion saving={editing.saving} />
      <Conflict editing={editing} />
      <Toolbar {...props} editing={editing} />
      <Filmstrip
        carousel={view}
        selectedId={slide?.id}
        onSelect={({ id }) => setSelectedId(id)}
        onReorder={setSlides}
        onAdd={() => add(newSlide())}
      />
      <p className="-mt-2 text-sm text-muted">{networkRoomText(view.slides.length)}</p>
      {slide !== undefined && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <SlidePicture
            large
            carousel={view}
            slide={slide}
            className="mx-auto w-full max-w-md overflow-hidden rounded-lg border border-line md:sticky md:top-6"
          />
          <div className="min-w-0 space-y-8">
            <SlideFields
              slide={slide}
              onChange={(change) =>
                setSlides(
                  view.slides.map((other) => (other === slide ? { ...slide, ...change } : other)),
                )
              }
              onDuplicate={view.slides.length < slidesMax ? () => add(newSlide(slide)) : undefined}
              onDelete={
                view.slides.length > slidesMin
                  ? () => removeSlide(editing, at, setSelectedId)
                  : undefined
              }
            />
            <Part title="All slides">
              <LookFields
                brandId={view.brandId ?? undefined}
                look={view.look}
                onChange={(change) => edit({ look: { ...view.look, ...change } })}
              />
              <RewriteAll carousel={view} onSlides={setSlides} />
            </Part>
          </div>
        </div>
      )}
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="space-y-6 border-t border-line pt-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}

/** Takes a slide out at once, and offers to put it back. */
function removeSlide(
  { view, setSlides }: CarouselEditing,
  at: number,
  select: (id: string | undefined) => void,
): void {
  const before = view.slides
  const left = before.filter((_, place) => place !== at)
  setSlides(left)
  select(left[Math.min(at, left.length - 1)]?.id)
  toast({
    title: 'Slide deleted',
    action: {
      label: 'Undo',
      onPress: () => {
        setSlides(before)
        select(before[at]?.id)
      },
    },
  })
}

function Toolbar(props: CarouselEditorProps & { readonly editing: CarouselEditing }) {
  const { editing, carouselId, onUse, postId, useLabel } = props
  const { view, saving, edit, theirs } = editing
  const { id: workspaceId } = useWorkspace()
  const keep = useKeepSlides()

  async function use(): Promise<void> {
    await saving.flush()
    const { items } = await keep.mutateAsync(carouselId)
    onUse(items)
  }

  const label = useLabel ?? (postId === undefined ? 'Make a post of it' : 'Use in post')
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <Field label="Title" className="col-span-2 sm:min-w-48 sm:flex-1">
        <Input
          maxLength={200}
          placeholder="Title, for you"
          value={view.title}
          onChange={(event) => edit({ title: event.target.value })}
        />
      </Field>
      <ExportLink
        href={exportUrl(workspaceId, carouselId, 'png')}
        onPress={saving.flush}
        icon={<FolderArchive size={16} aria-hidden="true" />}
      >
        PNG files
      </ExportLink>
      <ExportLink
        href={exportUrl(workspaceId, carouselId, 'pdf')}
        onPress={saving.flush}
        icon={<FileText size={16} aria-hidden="true" />}
      >
        PDF
      </ExportLink>
      <Button
        variant="primary"
        className="col-span-2"
        loading={keep.isPending}
        onClick={() => void use().catch(explain)}
      >
        {label}
      </Button>
      <div className="col-span-2 min-h-5 w-full">
        {theirs === undefined && <SaveMark saving={saving} />}
      </div>
    </div>
  )
}

function explain(error: unknown): void {
  toast({ title: problemFrom(error).detail, tone: 'danger' })
}

/** A file of what is on the page: what waits to be saved is saved first. */
function ExportLink(props: {
  readonly href: string
  readonly icon: ReactNode
  readonly onPress: () => Promise<void>
  readonly children: ReactNode
}) {
  const { href, icon, onPress, children } = props
  return (
    <a
      href={href}
      download
      className={buttonClass('secondary')}
      onClick={(event) => {
        event.preventDefault()
        void onPress().then(() => location.assign(href))
      }}
    >
      {icon}
      {children}
    </a>
  )
}

function Conflict({ editing }: { readonly editing: CarouselEditing }) {
  const { theirs, keepMine, takeTheirs } = editing
  if (theirs === undefined) return null
  return (
    <ErrorNotice
      title="This was edited elsewhere meanwhile"
      action={
        <>
          <Button size="sm" onClick={keepMine}>
            Keep mine
          </Button>
          <Button size="sm" onClick={takeTheirs}>
            Take the other
          </Button>
        </>
      }
    >
      The other version begins: “{theirs.slides[0]?.heading || theirs.title || 'empty'}”
    </ErrorNotice>
  )
}
