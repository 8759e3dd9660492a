import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { followSignOut } from '../account/follow-sign-out.ts'
import { Live } from '../credits/live.tsx'
import { NoticeSlot } from '../credits/notice-slot.tsx'
import { useGenerationNotices } from '../credits/use-generation-notices.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { keyHelpAsked } from './open-key-help.ts'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeys } from './use-keys.ts'

const CommandMenu = lazy(async () => ({
  default: (await import('./command-menu.tsx')).CommandMenu,
}))
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))

type Opened = 'commands' | 'keys' | undefined

/** What stands around every page of the studio. */
export function Frame() {
  const [opened, setOpened] = useState<Opened>()
  const notice = useGenerationNotices()
  useLeaveWhenSignedOut()
  useKeys({
    onCommands: () => setOpened((now) => (now === 'commands' ? undefined : 'commands')),
    onKeyHelp: () => setOpened('keys'),
  })
  useEffect(() => {
    const open = () => setOpened('keys')
    window.addEventListener(keyHelpAsked, open)
    return () => window.removeEventListener(keyHelpAsked, open)
  }, [])

  return (
    <Live onGeneration={notice}>
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-raised px-4 py-2 focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        Skip to the page
      </a>
      <div className="md:grid md:grid-cols-[15.5rem_minmax(0,1fr)]">
        <Sidebar onOpenCommands={() => setOpened('commands')} />
        <div className="min-w-0">
          <TopBar />
          <ConnectionNotice />
          <NoticeSlot />
          <main
            id="page"
            tabIndex={-1}
            className="mx-auto max-w-page px-4 pt-6 pb-28 outline-none sm:px-8 md:pt-12 md:pb-20 lg:px-12"
          >
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar />
      <Suspense fallback={null}>
        {opened === 'commands' && <CommandMenu onClose={() => setOpened(undefined)} />}
        {opened === 'keys' && <KeyHelp onClose={() => setOpened(undefined)} />}
      </Suspense>
    </Live>
  )
}

/** The session can end while a page is open: by time, or by signing out in another tab. */
function useLeaveWhenSignedOut(): void {
  const client = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  useEffect(
    () =>
      followSignOut(client, () => {
        const after = router.state.location.href
        void navigate({ to: '/sign-in', search: { after } })
      }),
    [client, router, navigate],
  )
}
