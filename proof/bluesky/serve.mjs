import { Server } from 'node:net'
import { TestNetworkNoAppView } from '@atproto/dev-env'

/**
 * Bluesky's own personal data server with its directory of identities, in memory and temporary files. Says
 * where it is and who has an account there as one line of JSON; ends with its standard input.
 */

// It would listen for the whole network, and has no setting for that.
const { listen } = Server.prototype
Server.prototype.listen = function (port, ...more) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...more.filter((each) => typeof each === 'function'))
    : listen.call(this, port, ...more)
}

const network = await TestNetworkNoAppView.create({})
const { url } = network.pds
const account = {
  handle: 'roundbakery.test',
  email: 'bakery@example.com',
  password: 'a long enough password',
}
const { accessJwt, did } = await call('com.atproto.server.createAccount', account)
const { password: appPassword } = await call(
  'com.atproto.server.createAppPassword',
  { name: 'studio' },
  accessJwt,
)
console.log(JSON.stringify({ url, did, handle: account.handle, appPassword }))

process.stdin.resume()
process.stdin.on('close', async () => {
  await network.close()
  process.exit(0)
})

async function call(method, body, token) {
  const answer = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
