package ask

// ordinary are words that carry no meaning here and are no names either: they
// neither help nor harm an answer.
var ordinary = []phrase{
	{
		plain,
		"account manager|key account manager|project manager|product manager|sales manager|office manager|line manager|" +
			"store manager|plant manager|general manager|hr manager|meanwhile|in the meantime|canteen|" +
			"new years|min|mins|secs|hrs|mate|mates|buddy|pal|dude|bro|darling|youd|" +
			"date|dates|outdated|alarm|alarms|screen|screens|page|pages|support|supporting|breaks|break|breaking|the signed|once signed|after signing|signed ones|mistake|mistakes|in general|situation|situations|exceptional situations|circumstance|provided|provide|provides|given|gives|frozen|" +
			"freeze|freezes|freezing|hang|hangs|hung|slow|slowly|empty|wrong|weird|strange|odd|funny|stupid|silly|dumb|quick question|morning|this morning|afternoon|evening|night|last night|minute|minutes|hour|hours|second|suddenly|" +
			"completely|totally|fully|partly|really|truly|honestly|frankly|obviously|apparently|clearly|probably|possibly|" +
			"definitely|certainly|hopefully|finally|lately|recently|soon|later|earlier|once|twice|never|sometimes|rarely|" +
			"somehow|anyway|though|although|however|therefore|otherwise|instead of|rather|rather than|quite|pretty|almost|" +
			"enough|especially|mainly|mostly|normally|simply|easily|properly|correctly|directly|personally|formally|" +
			"officially|internally|externally|together with|along|apart|besides|except|unless|whenever|wherever|whatever|" +
			"whichever|anything else|everything|nothing|nobody|nobody knows|everyone|everywhere|nowhere|each one|itself|" +
			"himself|herself|themselves|ourselves|yourself|who ever|believe|suppose|assume|expect that|imagine|realise that|" +
			"notice|noticed|discover|discovered|happened|become of|seem|seems|seemed|appear|appears|look like|looks like|" +
			"sound|sounds|feel|feels|felt|try|tries|tried|trying|begin|begins|began|stop|stops|stopped|stopping|continue|" +
			"continues|remain|remains|stay|stays|bring|brings|brought|carry on|move|moves|moved|moving|pass|passes|passed|" +
			"turned|turning|follow|follows|fall|falls|fell|stand|stands|sit|sits|lie|lies|rest|hold on|wait|waits|waiting|" +
			"waited|gone|back|came back|return|returns|returned|arrive|arrived|join|joined|joined " +
			"us|meet with|met with|speak|speaks|spoke|spoken|told|tells|asks|asked|asking for|answer|answers|answered|reply to|" +
			"explain to|mention|mentioned|call for|calls|calling|phone|phoned|email to|mail to|write to|contacting|getting hold|" +
			"help with|helps|helped|helping|support me|serve|serves|offer|offers|offered|accept|accepts|refuse|allow|allows|" +
			"permit|permitted|enable|enables|cause|causes|caused|lead to|result|results|effect|effects|matter|matters|affair|" +
			"affairs|subject|topic|area|areas|field|aspect|aspects|detail|details|example|for example|instance|" +
			"for instance|sense|reason|reasons|purpose|goal|aim|aims|way to|ways|manner|means of|form of|shape|size|amount|" +
			"bunch|couple|couple of|pair|set of|group of|range|variety|list me|piece|half|quarter of|rest of|top|bottom|middle|" +
			"front|inside|outside|above|below|next to|close to|far from|near|nearby|around here|big|bigger|large|larger|small|" +
			"smaller|little|long|longer|short|shorter|high|higher|low|lower|great many|full of|hard|harder|easy|easier|simple|" +
			"difficult|complicated|complex|important|relevant|serious|critical|crucial|major|minor|key|basic question|common|" +
			"usual|unusual|typical|normal|regularly|general|specific|particular|certain|sure|unsure|clear|unclear|aware|" +
			"interested|curious|worried|afraid|glad|pleased|annoyed|angry|upset|confused|lost|stuck with|busy|free|fine|alright|" +
			"bad|worse|worst|awful|terrible|nicer|lovely|cool|fair|true|false|real|fake|same one|similar|alike|equal|unlike|" +
			"separate|single one|double|multiple|several of|various|numerous|dozens|lots|plenty|too many|too much|at all|at " +
			"least|at most|at once|at first|at last|by hand|by far|by the way|for sure|for good|for now|for ever|in case|in " +
			"time|in turn|in fact|in short|in detail|in particular|in use|in place|in future|in the future|in practice|in " +
			"theory|in the end|in our company|in the company|in our firm|of course|on time|on top|on our side|on your side|on " +
			"behalf|on behalf of|out there|over there|right away|so far|so on|so that|such a|such an|that one|the ones|these " +
			"days|this week|this month|this year|this quarter|today|up there|within the company|as well|as soon|as possible|" +
			"as usual|as such|as for|as to|regards|with regards|regard|with respect|in relation|in terms|in connection|when it " +
			"comes to|happens to|used to be|exists already|exists|existing|gone wrong|went down|goes down|go down|crashing|" +
			"offline|online|outage|outages|disruption|interrupted|unreachable again|error|errors|fails again|" +
			"blank|nothing works|doesnt load|wont load|wont open|wont start|start up again|timeout|timeouts|laggy|" +
			"sluggish|flaky|unstable|shaky|unusable|useless|again and again|over and over|all the time|all day|all week|since " +
			"yesterday|since monday|for days|for hours|item|items|bits|my boss|my manager asks|my colleague|" +
			"customer asks|auditor|auditors|audit|new hire|newbie|newcomer|intern|beginner|im new|hey guys|hi all|hi team|" +
			"hello team|team member|good people|kind regards|best regards|thx|tia|thanks in advance|thank you in advance|much " +
			"obliged|if possible|if you know|do you know|does anyone know|anyone know|can you tell me|could you tell me|would " +
			"you know|any idea|any clue|no idea|not sure|i wonder|im wondering|just wondering|wanna|gonna|gotta|lemme|dunno|" +
			"cos|cuz|bc|tho|thru|tbh|imo|imho|afaik|iirc|omg|wtf|haha|hehe|xd|yup|nah|okey|k|kk|r|ur|abt|pls help|plss|pleas|" +
			"plz help|asap pls|due|owing|thing is|the thing is|point is|that is|that said|mgmt",
		"问|前台|快递|贵司|贵公司|贵方|你司|我方|来访|客户经理|项目经理|产品经理|销售经理|总经理|" +
			"打扰一下|打扰了|打扰|不好意思|麻烦问|麻烦您|麻烦你|劳驾|冒昧|我是新来的|新来的|刚来|刚入职|入职|初来乍到|小白|萌新|" +
			"请教一下|请教下|求教|求解|求指点|想了解一下|想了解|想咨询|咨询一下|问个事|问个问题|问一句|弱弱地问|" +
			"那天|那会儿|那会|当天|那时|那时候|当时|当初|届时|那阵子|这阵子|这几天|这两天|近期|近来|平日|以往|历来|" +
			"姓|觉得|认为|以为|感觉|好像|似乎|听说|据说|看来|看样子|估计|大概|可能|也许|或许|应该说|总之|反正|毕竟|其实吧|" +
			"这套|那套|一套|整套|这种事|这类|那类|这事|那事|这件事|那件事|此事|该事|这活|这活儿|活儿|这摊|这一摊|这档子|" +
			"这回|那回|上回|下回|头一次|第一次|多次|几次|一次|两次|每次|有时|有时候|偶尔|随时|一直|始终|从来|永远|马上|" +
			"立刻|立即|赶紧|尽快|尽早|早点|快点|慢慢|逐步|慢|卡|卡顿|死机|崩溃|挂掉|瘫痪|断线|掉线|中断|报错|出错|错误|" +
			"打不开|进不去|登不上|登不上去|登录不了|用不了|不能用|没法用|不好使|不好用|不工作|失灵|宕机|停了|停机|黑屏|" +
			"白屏|空白|空的|没数据|没显示|不显示|显示不了|刷不出来|加载不出来|连不上|连接不上|连不了|上不去|上不了|收不到|" +
			"发不出去|慢得要死|太慢|很慢|突然|忽然|今早|今天早上|早上|上午|中午|下午|晚上|今晚|昨晚|半夜|凌晨|刚才|刚刚|刚|" +
			"一会儿|等会儿|稍后|目前来说|眼下|眼前|当下|如今的|现阶段|暂时|临时|长期|短期|定时|按时|准时|及时地|实时|" +
			"特别|特|非常|十分|挺|蛮|好多|许多|很多|不少|大量|少量|少|多|大|小|长|短|高|低|好|坏的|差|难|容易|简单|复杂|" +
			"重要|关键|严重|紧要|要紧|普通|常见|罕见|正常|不正常|不对|不对劲|错了|对了|真|假|真正|确实|的确|完全|彻底|全部的|" +
			"一切|整体上|总体上|大体|基本上|大致|左右|上下|之类|之类的|等等的|云云|什么的|这些|那些|某个|某位|某人|某件|别的|" +
			"别人|人家|自己|本人的|彼此|互相|相互|各自|分别|单独|独立|一同|一并|统统|共|总共|一共|合计|当中|中间|期间|过程中|" +
			"以内|以外|以上|以下|之内|之外|之中|之下|之上|对面|旁边|附近|周围|里面|外面|上面|下面|前面|后面|背后|幕后|" +
			"开始|结束|完成|完|完了|签完|签好|签好了|签完以后|签完之后|签了以后|签订后|签订以后|签署后|签字后|做完|做好|弄好|搞好|办好|" +
			"看一下|看下|看看谁|看|瞧|见|听听|闻|讲讲|讲一下|说一下|说说看|聊聊|谈谈|提一下|提到|提及|提|叫做|称为|名为|" +
			"是这样|这样的话|那样的话|不然|否则|要不|要不然|不过|然而|可是|只是|只有|只要|无论|不管|不论|即使|哪怕|尽管|虽然|" +
			"既然|由于|因此|因而|于是|从而|以便|以免|免得|省得|关乎|涉及|牵涉|包括|包含|含|除了|除|此|该项|上述|以下的|如下|" +
			"例如|比如|比如说|譬如|像|如|类似|同样|一样|不一样|不同|不是一回事|一回事|另|另一个|另外的|其余|其他的|其它的|" +
			"来着|呗|咯|喽|噢|哇|哟|唉|诶|欸|嘻嘻|哈哈|哈哈哈|呵呵|嘿嘿|囧|晕|汗|拜托|拜托了|求求|感恩|有劳|费心|跪谢|先谢|" +
			"在线等|挺急|挺急的|急用|很急|十万火急|老板|领导问|领导要|领导说|老板问|客户问|" +
			"审计|审计问|审计的|审计要|新同事|同学|伙伴|小伙伴|亲们|各位大佬|大佬|大神|各位好|大家好啊|小哥|小姐姐|靓仔|管事的|管事|" +
			"说明一下|名字是|名叫|叫啥|叫啥名|尊姓大名|姓名|哪边|哪头|哪方|哪一方|哪儿的|哪家|哪块地|分内|份内|本职|有份|几位|几个人|一块儿|一下子|下来的",
	},
	{
		plain,
		"nowadays|sent|gave|submitted|handed in|a|an|the|of|for|to|in|on|at|by|with|from|and|or|as|is|are|be|was|were|been|being|am|isnt|arent|not|no|" +
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
