import type { Asset, AssetUse, BulkChange, BulkResult } from '@rheos/contract'
import { problemFrom } from '../../api/api-error.ts'
import { useBulkChange } from '../../api/assets.ts'
import { toast } from '../../ui/toast.ts'
import { countText } from '../count-text.ts'
import { assetWord } from './asset-word.ts'

type Ids = readonly string[]

/** What can be done to many pictures; each is done at once and offers to be taken back. */
export function useChangeMany() {
  const bulk = useBulkChange()
  const explain = (error: unknown): void => {
    toast({ title: problemFrom(error).detail, tone: 'danger' })
  }

  function run(
    change: BulkChange,
    said: (result: BulkResult) => { readonly title: string; readonly description?: string },
    undo: (result: BulkResult) => readonly BulkChange[],
  ): Promise<void> {
    return bulk
      .mutateAsync(change)
      .then((result) => {
        const back = async () => {
          for (const step of undo(result)) await bulk.mutateAsync(step)
        }
        toast({
          ...said(result),
          ...(result.changed.length > 0 && {
            action: { label: 'Undo', onPress: () => void back().catch(explain) },
          }),
        })
      })
      .catch(explain)
  }

  return {
    move: (ids: Ids, folderId: string | null, where: string) =>
      run(
        { action: 'move', assetIds: [...ids], folderId },
        ({ changed }) => ({ title: `${countText(changed.length, 'picture')} moved to ${where}` }),
        ({ from }) => from.map((was) => ({ action: 'move', ...was })),
      ),
    tag: (ids: Ids, brandId: string, name: string, on: boolean) =>
      run(
        { action: 'tag', assetIds: [...ids], ...(on ? { add: [brandId] } : { remove: [brandId] }) },
        ({ changed }) => ({
          title: `${countText(changed.length, 'picture')} ${on ? 'tagged with' : 'no longer tagged with'} ${name}`,
        }),
        ({ changed }) => [
          {
            action: 'tag',
            assetIds: changed,
            ...(on ? { remove: [brandId] } : { add: [brandId] }),
          },
        ],
      ),
    remove: (some: readonly Asset[]) =>
      run(
        { action: 'delete', assetIds: some.map(({ id }) => id) },
        (result) => deletionText(result, assetWord(some)),
        ({ changed }) => [{ action: 'restore', assetIds: changed }],
      ),
  }
}

/** Deletes one picture or video at once and offers to take that back. */
export function useDeleteWithUndo(): (asset: Asset) => void {
  const { remove } = useChangeMany()
  return (asset) => void remove([asset])
}

function deletionText({ changed, refused, uses }: BulkResult, word: ReturnType<typeof assetWord>) {
  const title =
    changed.length === 0
      ? 'Nothing was deleted'
      : changed.length === 1
        ? `${word.charAt(0).toUpperCase()}${word.slice(1)} deleted`
        : `${countText(changed.length, word)} deleted`
  const more = [usesText(uses), ...refused.map(({ detail }) => detail).slice(0, 2)]
  const description = more.filter((sentence) => sentence !== '').join(' ')
  return description === '' ? { title } : { title, description }
}

/** Where it is still shown: two by name, the rest by number. */
function usesText(uses: readonly AssetUse[]): string {
  const titles = [...new Set(uses.map(({ title }) => `“${title || 'Untitled'}”`))]
  if (titles.length === 0) return ''
  const named = titles.slice(0, 2).join(' and ')
  const rest = titles.length > 2 ? ` and ${titles.length - 2} more` : ''
  return `${named}${rest} ${titles.length === 1 ? 'goes' : 'go'} on showing it.`
}
