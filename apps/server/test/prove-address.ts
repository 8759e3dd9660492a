import type { SignedUp, TestStudio } from './studio.ts'

/** Asks for the mail by which somebody listed as an operator proves their address; its link's token. */
export async function addressToken(studio: TestStudio, person: SignedUp): Promise<string> {
  const asked = await person.client.post('/api/v1/me/address/link')
  if (asked.status !== 204) throw new Error(`No link was mailed: ${await asked.text()}`)
  const link = new URL(addressLink(studio, person.email))
  return link.searchParams.get('token') ?? ''
}

/** The link in the latest such mail that was shown. */
export function addressLink({ mails, url }: TestStudio, email: string): string {
  const mail = mails.findLast((shown) => shown.includes(`To: ${email.toLowerCase()}\n`))
  const link = mail?.split('\n').find((line) => line.startsWith(`${url}/operator/address?token=`))
  if (link === undefined) throw new Error(`No mail to ${email} holds a link to the desk.`)
  return link
}

/** Makes an operator of somebody who is listed as one. */
export async function proveAddress(studio: TestStudio, person: SignedUp): Promise<void> {
  const token = await addressToken(studio, person)
  const proven = await person.client.post('/api/v1/me/address', { token })
  if (proven.status !== 204) throw new Error(`The link was refused: ${await proven.text()}`)
}
