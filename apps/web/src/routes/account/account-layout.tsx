import { Outlet } from '@tanstack/react-router'
import { Logo } from '../../features/frame/logo.tsx'

/** The quiet page around signing up and in. */
export function AccountLayout() {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <Logo />
        <div className="mx-auto flex w-full max-w-sm grow flex-col justify-center py-12">
          <Outlet />
        </div>
      </main>
      <aside className="hidden items-center bg-sunken px-14 lg:flex xl:px-24">
        <div className="max-w-lg">
          <p className="text-3xl font-semibold text-balance">
            From your website to a week of posts, in your own voice.
          </p>
          <dl className="mt-10 space-y-6">
            {promises.map(({ title, text }) => (
              <div key={title}>
                <dt className="font-medium">{title}</dt>
                <dd className="mt-0.5 text-pretty text-muted">{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </aside>
    </div>
  )
}

const promises = [
  {
    title: 'It reads your site first',
    text: 'Name, logo, colours and tone, each with the line it was found in. You decide what to keep.',
  },
  {
    title: 'Writing is free',
    text: 'Ideas, captions and posts cost no credits.',
  },
  {
    title: 'Credits you can check',
    text: 'Every button shows its price before you press it. What fails is not charged.',
  },
] as const
