import { useMe } from '../../api/account.ts'
import { DeleteAccount } from '../../features/account/delete-account.tsx'
import { MailChoice } from '../../features/account/mail-choice.tsx'
import { ThemeChoice } from '../../features/account/theme-choice.tsx'
import { useSignOut } from '../../features/account/use-sign-out.ts'
import { WorkspaceName } from '../../features/account/workspace-name.tsx'
import { Button } from '../../ui/button.tsx'
import { usePageTitle } from '../../ui/page-header.tsx'
import { SettingsSection } from './settings-section.tsx'

export function AccountSettingsPage() {
  usePageTitle('Account')
  const signOut = useSignOut()
  const user = useMe().data?.user
  return (
    <>
      <SettingsSection title="You">
        <dl className="grid gap-x-8 gap-y-1 text-sm *:[dd]:mb-3 sm:gap-y-3 sm:*:[dd]:mb-0 sm:grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="text-muted">Name</dt>
          <dd dir="auto">{user?.name}</dd>
          <dt className="text-muted">E-mail</dt>
          <dd>{user?.email}</dd>
        </dl>
        <div className="mt-5 max-w-md">
          <WorkspaceName />
        </div>
      </SettingsSection>
      <SettingsSection title="Theme" description="For this browser.">
        <ThemeChoice />
      </SettingsSection>
      <SettingsSection title="E-mail" description="Mails about payments always come.">
        <MailChoice />
      </SettingsSection>
      <SettingsSection title="Session">
        <Button onClick={() => void signOut()}>Sign out</Button>
      </SettingsSection>
      <SettingsSection
        title="Delete account"
        description="Your workspace and everything in it goes too."
      >
        <DeleteAccount />
      </SettingsSection>
    </>
  )
}
