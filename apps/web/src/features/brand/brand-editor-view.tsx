import type { Brand } from '@rheos/contract'
import { Undo2 } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { LeaveQuestion } from '../leave-question.tsx'
import { SaveMark } from '../save-mark.tsx'
import { BrandBasics } from './brand-basics.tsx'
import { BrandIdentity } from './brand-identity.tsx'
import { BrandImports } from './brand-imports.tsx'
import { BrandIndex } from './brand-index.tsx'
import { BrandLook } from './brand-look.tsx'
import { BrandMenu } from './brand-menu.tsx'
import { BrandSources } from './brand-sources.tsx'
import { BrandAudiences, BrandThemes } from './brand-topics.tsx'
import { BrandVoice } from './brand-voice.tsx'
import { ReadWebsite } from './read-website.tsx'
import { ReviewWaiting } from './review-waiting.tsx'
import { TryAText } from './try-a-text.tsx'
import { useBrandEditor } from './use-brand-editor.ts'

/** The brand as a page of its own, every part of it edited where it stands. */
export function BrandEditorView({ brand }: { readonly brand: Brand }) {
  const editor = useBrandEditor(brand)
  const { view, saving, undo } = editor
  return (
    <>
      <LeaveQuestion saving={saving} />
      <PageHeader
        title={view.name || 'Unnamed brand'}
        description={
          <span className="inline-flex min-h-6 items-center gap-3">
            {view.kind === 'personal' ? 'A personal brand' : 'A business brand'}
            <SaveMark saving={saving} />
          </span>
        }
        actions={
          <>
            <Button
              variant="ghost"
              className="max-sm:order-last"
              disabled={undo === undefined}
              icon={<Undo2 size={16} aria-hidden="true" />}
              onClick={undo}
            >
              Undo
            </Button>
            <ReviewWaiting brandId={view.id} />
            <ReadWebsite brand={view} />
            <BrandMenu brand={view} />
          </>
        }
      />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_9rem] lg:gap-12">
        <div className="min-w-0">
          <BrandBasics {...editor} />
          <BrandIdentity {...editor} />
          <BrandVoice {...editor} />
          <BrandAudiences {...editor} />
          <BrandThemes {...editor} />
          <BrandLook {...editor} />
          <BrandSources brand={view} />
          <BrandImports brand={view} />
          <TryAText brand={view} />
        </div>
        <BrandIndex />
      </div>
    </>
  )
}
