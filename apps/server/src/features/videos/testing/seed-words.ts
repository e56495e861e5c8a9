/** Words of names, the most common first; tens of thousands of rarer ones are made of two of them. */
export const seedWords =
  `the a of and in to with for how my on at is new live your what best day part first from all one time
world music game home city river garden mountain forest ocean desert engine recipe guitar piano story history science
nature travel kitchen street night morning winter summer spring autumn road train bicycle boat bridge tower castle
village market school library museum theatre cinema camera light shadow colour picture paint paper stone wood metal
glass water fire wind rain snow storm cloud star moon sun planet space rocket robot computer network server code
language book letter word number pattern shape circle square line map journey path trail hill valley lake island beach
coast harbour field farm horse dog cat bird fish bee tree flower leaf seed fruit apple bread cheese coffee tea soup
salad cake sugar salt pepper knife table chair door window house roof wall floor lamp clock watch radio phone letterbox
ticket festival concert dance song voice choir drum violin trumpet flute opera poem novel comedy drama interview lecture
lesson tutorial review report debate election council citizen freedom justice peace labour union factory workshop tool
hammer wheel motor battery solar energy climate weather season harvest soil compost repair build make learn teach play
run walk swim climb ride drive fly sail cook bake draw sing listen speak read write think remember forget dream sleep
wake begin finish open close small large quick slow quiet loud bright dark warm cold sweet bitter old young early late`.split(
    /\s+/,
  )
