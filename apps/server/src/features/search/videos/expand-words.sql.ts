import { sql } from 'kysely'
import type { Db } from '#foundation/db/database.ts'
import type { WordMeaning } from './search-words.ts'

/** Behind all that begins alike: without that bound the dictionary would be read to its end. */
const lastSign = sql.lit(String.fromCodePoint(0x10ffff))

/**
 * The words of a search with what each may stand for: the shortest words that begin with one that is whole; else words
 * that contain it and, when no word is written like it, words alike in trigrams (a typing error). The dictionary grows
 * with the language, not with the number of videos.
 */
export async function expandWords(db: Db, search: string): Promise<WordMeaning[]> {
  const { rows } = await sql<WordMeaning>`
    SELECT q."word", e."whole", e."known", ARRAY(
      SELECT o."word" FROM (
        (SELECT w."word", 1::real AS "likeness" FROM (SELECT n."word" FROM sepiola."searchWord" n
            WHERE (e."whole" OR length(q."word") < 3) AND n."word" > q."word" AND n."word" < q."word" || ${lastSign} AND n."word" LIKE q."word" || '%'
            ORDER BY n."word" LIMIT 200) w ORDER BY length(w."word"), w."word" LIMIT 8)
        UNION ALL
        (SELECT w."word", 1::real AS "likeness" FROM sepiola."searchWord" w
          WHERE NOT e."whole" AND length(q."word") >= 3 AND w."word" LIKE '%' || q."word" || '%' AND w."word" NOT LIKE q."word" || '%'
          ORDER BY length(w."word") LIMIT 30)
        UNION ALL
        (SELECT w."word", similarity(w."word", q."word") FROM sepiola."searchWord" w
          WHERE NOT e."known" AND length(q."word") >= 4 AND w."word" % q."word"
            AND abs(length(w."word") - length(q."word")) <= 2
          ORDER BY 2 DESC, 1 LIMIT 8)
      ) o ORDER BY o."likeness" DESC
    ) AS "others"
    FROM unnest((SELECT sepiola.search_words(${search}))) q ("word")
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM sepiola."searchWord" w WHERE w."word" = q."word") AS "whole",
      EXISTS (SELECT FROM sepiola."searchWord" w
        WHERE w."word" >= q."word" AND w."word" < q."word" || ${lastSign} AND w."word" LIKE q."word" || '%') AS "known") e`.execute(
    db,
  )
  return rows
}
