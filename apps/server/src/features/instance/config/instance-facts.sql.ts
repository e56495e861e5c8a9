import { sql } from 'kysely'
import { ActorImageType } from '@sepiola/contract/enums.ts'
import { actorImagesJson, instanceAccountIds, type ActorImageRow } from '#features/accounts/public.ts'
import type { Db, Tx } from '#foundation/db/database.ts'

export interface UploadImageRow {
  /** `UploadImageType` */
  type: number
  filename: string
  width: number | null
  height: number | null
  fileUrl: string | null
}

/** What the public configuration takes from the database. */
export interface InstanceFacts {
  avatars: ActorImageRow[]
  banners: ActorImageRow[]
  uploadImages: UploadImageRow[]
  hasHomepage: boolean
  userCount: number
}

export async function findInstanceFacts(db: Db | Tx): Promise<InstanceFacts> {
  const { rows } = await sql<InstanceFacts>`
    SELECT ${actorImagesJson(sql<number>`act.id`, ActorImageType.AVATAR)} AS avatars,
           ${actorImagesJson(sql<number>`act.id`, ActorImageType.BANNER)} AS banners,
           COALESCE((SELECT json_agg(json_build_object('type', i.type, 'filename', i.filename, 'width', i.width,
                              'height', i.height, 'fileUrl', i."fileUrl") ORDER BY i.type, i.width, i.id)
                       FROM "uploadImage" i WHERE i."actorId" = act.id), '[]') AS "uploadImages",
           EXISTS (SELECT 1 FROM "actorCustomPage" p
                    WHERE p."actorId" = act.id AND p.type = 'homepage' AND p.content <> '') AS "hasHomepage",
           (SELECT count(*) FROM "user") AS "userCount"
      FROM "account" a JOIN "actor" act ON act."accountId" = a.id
     WHERE a.id IN (${instanceAccountIds})`.execute(db)
  if (!rows[0]) throw new Error('There is no instance actor: the first start was not completed')
  return rows[0]
}

export async function findInstanceActor(db: Db | Tx): Promise<{ id: number; url: string }> {
  const { rows } = await sql<{ id: number; url: string }>`
    SELECT id, url FROM "actor" WHERE "accountId" IN (${instanceAccountIds})`.execute(db)
  if (!rows[0]) throw new Error('There is no instance actor: the first start was not completed')
  return rows[0]
}
