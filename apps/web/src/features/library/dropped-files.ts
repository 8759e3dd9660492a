/** A file that was dropped, and the folders it lay in, from the outermost on. */
export interface DroppedFile {
  readonly file: File
  readonly folders: readonly string[]
}

const filesMax = 2000
const isMedia = (file: File) => /^(image|video)\//.test(file.type)

/** The pictures and videos among what was dropped or pasted; of folders those inside, however deep. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  // Read before anything is waited for: afterwards the transfer is empty.
  const entries = Array.from(transfer.items).flatMap((item) => item.webkitGetAsEntry() ?? [])
  const direct = Array.from(transfer.files)
  const hasFolders = entries.some((entry) => entry.isDirectory)
  if (!hasFolders) return direct.map((file) => ({ file, folders: [] }))
  const found: DroppedFile[] = []
  for (const entry of entries) await collect(entry, [], found)
  return found
}

async function collect(
  entry: FileSystemEntry,
  folders: readonly string[],
  found: DroppedFile[],
): Promise<void> {
  if (found.length >= filesMax) return
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry)
    // Folders hold much that is neither; nobody chose it.
    if (isMedia(file)) found.push({ file, folders })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (let some = await read(reader); some.length > 0; some = await read(reader)) {
    for (const inside of some) await collect(inside, [...folders, entry.name], found)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}
