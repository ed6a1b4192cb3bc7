/**
 * First names that are also months, weekdays, modal verbs, common words or large cities: standing alone they may well
 * not be a person (docs/format.md, "Names the roster knows").
 */
export const commonFirstNames: ReadonlySet<string> = new Set(
  (
    'will can may mark grant bill rob pat sue drew chase chance pierce carry trace page paige bob don gene ray ' +
    'art rich frank ernest earnest max miles sterling penny hope faith joy grace charity patience constance ' +
    'iris lily rose daisy violet ivy holly heather hazel olive ginger rosemary basil sage ruby amber pearl crystal ' +
    'jade opal dawn eve autumn summer winter april june august january march monday tuesday wednesday thursday ' +
    'friday saturday sunday austin dallas houston paris london sydney brooklyn chelsea florence vienna madison ' +
    'charlotte jackson lincoln orlando phoenix savannah victoria adelaide milan roma kent chester lancaster ' +
    'major king prince duke earl baron bishop abbot dean deacon pope page guy buddy junior angel star sky ' +
    'reed read rod dick john jack jimmy johnny mike nick pen pat dot tab cliff dale glen forest woody brook lane ' +
    'heath field hill stone rock sandy clay flint wood cooper carter mason taylor tyler turner porter parker ' +
    'hunter fisher archer gardener baker butler cook smith miller marshal marshall sheriff judge law justice ' +
    'liberty freedom destiny trinity serenity harmony melody lyric song carol viola harper piper bell belle ' +
    'scout ranger rider gunner blade colt mustang lance spike buck doe fawn robin jay wren lark martin raven ' +
    'phoenix kit cat bunny teddy bear wolf fox drake christian noel christmas easter jesus mary ' +
    'mercy honor honour story happy merry gay bliss blessing gift price cash penny rich sterling franc ' +
    'chip mac dell sap apple blaze ash cole coal jet ace deuce trey rocky stormy sunny misty windy ' +
    'patsy win winner champ maverick legend true early newton watt tesla ford dodge mercedes lexus ' +
    'china india kenya georgia virginia carolina dakota montana nevada arizona israel jordan chad cuba ' +
    'asia america africa europe atlanta boston denver chicago berlin rome geneva valencia sienna ' +
    'do go pay ask see set let put run buy sell call plan draft post launch review update send ' +
    'team sales marketing product design support legal finance people success growth content brand'
  ).split(' '),
);
