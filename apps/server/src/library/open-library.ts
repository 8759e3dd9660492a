import { BulkChanges } from './bulk.ts'
import { Folders } from './folders.ts'
import { Intake } from './intake.ts'
import { Library } from './library.ts'
import { MadeFrom } from './made-from.ts'
import { decodingAtOnce, Turns } from './turns.ts'
import { Uploads } from './uploads/uploads.ts'
import { Posters } from './videos/posters.ts'

/** What can be done with the pictures and videos of workspaces. */
export interface Pictures {
  readonly library: Library
  readonly folders: Folders
  readonly bulk: BulkChanges
  readonly uploads: Uploads
  readonly madeFrom: MadeFrom
  readonly posters: Posters
}

type Parts = Omit<ConstructorParameters<typeof Library>[0], 'intake' | 'decoding'> &
  Omit<ConstructorParameters<typeof Intake>[0], 'decoding'> &
  ConstructorParameters<typeof Folders>[0] &
  ConstructorParameters<typeof BulkChanges>[0] &
  Omit<ConstructorParameters<typeof Uploads>[0], 'intake'> &
  Omit<ConstructorParameters<typeof MadeFrom>[0], 'intake' | 'decoding'> &
  Omit<ConstructorParameters<typeof Posters>[0], 'decoding'>

/** The library; all that decodes pictures in it waits in one line. */
export function openLibrary(parts: Parts): Pictures {
  const decoding = new Turns(decodingAtOnce)
  const intake = new Intake({ ...parts, decoding })
  return {
    library: new Library({ ...parts, intake, decoding }),
    folders: new Folders(parts),
    bulk: new BulkChanges(parts),
    uploads: new Uploads({ ...parts, intake }),
    madeFrom: new MadeFrom({ ...parts, intake, decoding }),
    posters: new Posters({ ...parts, decoding }),
  }
}
