/** A bucket of something that speaks S3, and who may use it. */
export interface S3Settings {
  /** Absent: Amazon's own. */
  readonly endpoint: string | undefined
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** The bucket is named in the path of addresses, not before their host. */
  readonly forcePathStyle: boolean
}
