/** The storage cannot be used as it is set up. The message is one line for the operator. */
export class StorageUnreachableError extends Error {
  override readonly name = 'StorageUnreachableError'
}
