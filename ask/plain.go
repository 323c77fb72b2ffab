package ask

// ordinary are words that carry no meaning here and are no names either: they
// neither help nor harm an answer.
var ordinary = []phrase{
	{
		plain,
		"a|an|the|of|for|to|in|on|at|by|with|from|and|or|as|is|are|be|was|were|been|being|am|isnt|arent|not|no|" +
			"do|does|did|done|have|has|had|having|will|would|shall|should|can|could|may|might|must|need|want|wants|" +
			"like|please|pls|plz|kindly|just|actually|really|currently|now|today|tomorrow|yesterday|tonight|right|" +
			"again|also|still|already|ever|always|usually|normally|generally|basically|exactly|maybe|perhaps|quick|" +
			"quickly|asap|urgent|urgently|there|then|than|so|if|but|because|since|until|while|during|about|around|" +
			"between|among|into|onto|out|up|down|off|over|under|through|per|via|within|without|against|after|before|" +
			"you|your|yours|u|we|us|our|ours|they|them|their|he|she|him|her|his|one|ones|some|any|all|each|every|" +
			"both|either|other|others|another|same|such|more|most|less|few|many|much|lot|question|ask|asking|tell|" +
			"know|find|find out|see|look|looking|get|got|give|say|said|talk|speak|think|guess|wonder|wondering|" +
			"remember|forgot|idea|clue|name|named|called|call|guys|folks|what about|how about|and what about|" +
			"exceptional|exceptional case|in exceptional cases|case|full|such as|incident|fitting|suitable|" +
			"appropriate|delay|without delay|promptly|external|each other|necessary|special|tell me|give me|let me|" +
			"i need|i want|i would like|i have|can i|could i|should i|instead|ideas|smoothly|wide|companywide|final|" +
			"common|view|short|scarce|together|actual person|motivate|people to|persuade|convince|old|fulfil|fulfill|" +
			"closes|close|often|constantly|keep happening|whats next|two|three|four|five|several|teh|hte|adn|fro|" +
			"came|came up|allowed|into one|extra step|step in|steps in|broke|info|information|availability|uptime|" +
			"response|response time|resolution time|reaction time|target|targets|next time|behind|exist|exists|" +
			"next week|next month|next year|next quarter|next monday|next friday|monday|tuesday|wednesday|thursday|" +
			"friday|saturday|sunday|weekend|getting|broken|crash|crashed|everybody|whether|team|everyone|people|" +
			"person|colleague|colleagues|man|hmm|um|uh|oh|ok|okay|yes|yeah|yep|nope|lol|btw|fyi|ah|eh|well|sorry|" +
			"excuse|steward|bot|sir|thing|things|stuff|something|anything|someone|somewhere|way|kind|sort|type|part|" +
			"bit|moment|day|week|month|year|time|times|quarter|daily|weekly|monthly|quarterly|yearly|annual|regular|" +
			"regularly|periodic|company|organisation|organization|firm|business|corporate|internal|office|workspace|" +
			"here|where|how|main|current|present|new|first|last|right person|correct|proper|best|good|official|" +
			"formal|go|goes|going|come|comes|make|makes|made|take|takes|put|let|lets|use|used|using|happen|happens|" +
			"happening|start|started|work|works|working|turn|reach|reach out|talk to|ping|message|send|hear|" +
			"concerning|regarding|re|wrt|relating|related|thats|im|id|ill|ive|youre|hes|shes|theyre|dont|doesnt|" +
			"didnt|wont|cant|whats|q|eg|ie|etc|vs|it|service level|service levels|level|levels|slm|slm process|hand|" +
			"side|whole|overall|end|different|various|own|actual|which|that|this|these|those|im new|new here|dear|" +
			"hope|wish|able|available|only|even|too|very|far|long|ready|left|on it|for it|supposed|meant|needed|" +
			"required|involved|up for|issue with|problem with",
		"请问|请|麻烦|一下|问一下|想问|想知道|我想知道|想问一下|问下|问问|打听|告诉|告诉我|知道|谁知道|有谁知道|" +
			"帮忙|帮我|看看|查一下|查查|查|能|能不能|可以|可不可以|能否|是否|会|要|需要|应该|应当|必须|得|该不该|等|" +
			"等等|使|使其|所需|支持|提供|特殊|特殊情况|情况|事件|容量|出现|及时|无法|合适|恰当|适当|外部|可|可向|向|" +
			"充分|必要|妥善|有关的|部|经常|总是|老是|遇到|碰到|措施|工作|出面|进来|想法|快到期|到期|过期|快|听|" +
			"去说服|说服|现有|已有|批|点头|意味|部分|一块|一起|想要|希望|需不需要|新|旧|老|每|个月|每个月|某|有些|" +
			"任何|一些|这种|那种|类|类型|安排好|出去|过来|报给|得到|推一下|发|发送|发出|下次|下一次|可用性|响应时间|" +
			"解决时间|可用率|扯皮|有权|有权限|权限|下周|下个月|下月|明年|下季度|新人|不够|不足|这块|这一块|那块|坏了|" +
			"坏|挂了|崩了|用不了|现任|的|了|啦|吗|呢|吧|啊|呀|哦|嘛|哈|么|之|与|和|跟|及|或|或者|以及|还是|并|并且|" +
			"而|但|但是|因为|所以|如果|要是|假如|是|不是|有|没有|没|不|在|对|对于|关于|把|被|由|从|到|给|让|用|以|为|" +
			"为了|按|按照|根据|现在|目前|当前|今天|明天|昨天|最近|这次|这周|本周|本月|这个月|每月|每周|每年|每季度|" +
			"季度|年度|月度|定期|日常|平时|一般|通常|到底|究竟|具体|主要|其实|真的|就|都|也|又|再|还|才|只|很|太|最|" +
			"更|已|已经|正在|正|将|个|位|名|份|项|种|次|些|里|中|上|下|内|外|间|时|时候|方面|事|事情|事儿|东西|" +
			"问题是|那|那么|那边|那里|哪|哪个|哪一个|哪份|哪一|怎么|如何|怎样|咱|咱们|我们|你们|他们|你|您|大家|各位|" +
			"人|人员|同事|老师|公司|组织|集团|我司|全公司|急|急急|紧急|谢|哥|姐|亲|嗯|呃|额|来|去|做|干|弄|搞|进行|" +
			"开展|完成|想|找|找一下|叫|名字|叫什么|呢请问|所有|全部|整个|每个|各个|各|相关|有关|一个|一份|一位|那位|" +
			"这位|这么|那样|这样|直接|之间|后|前|之后|之前|的话|说|讲|级别|服务级别|水平|服务水平|等级|岗位|角色是|" +
			"啥时|好|好的|行|喂|哎|嘿|另外|顺便|顺便问下|还有|跟我说|一般是|应该是|应该找|该找|该问|要找|想找|" +
			"属于|联系|联络|咨询|请教|求|求助|求问|有人知道|有人|到时|如今|今年|今后|会不会|是不是|有没有|用来|方|" +
			"双方|各方|共同|最后|最终|首先|先|然后|出来|起来|下来|出|起|过|着|地|所|其|其中|此外|于|即|若",
	},
}
