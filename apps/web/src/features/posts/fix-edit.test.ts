import type { Post } from '@rheos/contract'
import { expect, it } from 'vitest'
import { versionEdit } from './fix-edit.ts'

const post = {
  body: 'All',
  versions: { x: { body: 'For X', thread: ['two'] } },
} as unknown as Post

it.each([
  ['a shorter text', { body: 'X', thread: ['two'] }, { 'x.body': 'X' }],
  [
    'parts joined',
    { body: 'For X\n\ntwo', thread: [] },
    { 'x.body': 'For X\n\ntwo', 'x.thread': undefined },
  ],
  ['a title beside', { body: 'For X', thread: ['two'], title: 'T' }, { 'x.title': 'T' }],
  ['nothing', { body: 'For X', thread: ['two'] }, {}],
])('%s', (_, version, expected) => {
  expect(versionEdit(post, 'x', version)).toEqual(expected)
})
