import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyRequest } from 'fastify'
import { readAccessToken } from './authenticate.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

function read(parts: { headers?: Record<string, string>; query?: object; body?: object; method?: string }) {
  const request = { headers: {}, query: {}, body: undefined, method: 'POST', ...parts }
  return readAccessToken(request as unknown as FastifyRequest)
}

const refused = { code: 'invalid_request', status: 400 }

test('a bearer header holds the token', () => {
  assert.equal(read({ headers: { authorization: 'Bearer abc' } }), 'abc')
  assert.equal(read({ headers: { authorization: 'bearer abc' } }), 'abc')
})

test('no token is nobody', () => {
  assert.equal(read({}), undefined)
})

test('other headers and tokens in the URL are refused', () => {
  for (const authorization of ['Basic abc', 'Bearer', 'Bearer a b', 'abc', '']) {
    assert.throws(() => read({ headers: { authorization } }), refused, authorization)
  }
  assert.throws(() => read({ query: { access_token: 'abc' } }), refused)
})

test('a form may carry it, but not a GET, not JSON, and not besides a header', () => {
  const body = { access_token: 'abc' }
  assert.equal(read({ headers: form, body }), 'abc')
  assert.equal(read({ headers: form, body, method: 'GET' }), undefined)
  assert.equal(read({ headers: { 'content-type': 'application/json' }, body }), undefined)
  assert.throws(() => read({ headers: { ...form, authorization: 'Bearer abc' }, body }), refused)
})
